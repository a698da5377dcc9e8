"""A microservice that writes the plan of an organization: `update_plan.py ORGANIZATION PLAN SEATS`."""

import os
import sys

import orgmeta


def update_plan(client: orgmeta.Client, organization_id: str, plan: str, seats: int) -> None:
    """Writes what was bought where the frontend sees it, and counts the changes where only the backend does."""

    def change(documents: orgmeta.Documents) -> orgmeta.Documents:
        documents.public_metadata.update(plan=plan, seats=seats)
        documents.private_metadata["plan_changes"] = documents.private_metadata.get("plan_changes", 0) + 1
        return documents

    record = client.modify_organization_metadata(organization_id, change)
    changes = record.private_metadata["plan_changes"]
    print(f"{organization_id} has the plan {plan} with {seats} seats, after {changes} change(s)")


def main() -> None:
    if len(sys.argv) != 4 or not sys.argv[3].isdecimal():
        sys.exit("usage: update_plan.py ORGANIZATION PLAN SEATS")
    organization_id, plan, seats = sys.argv[1:]
    key = os.environ.get("ORGMETA_KEY")
    if not key:
        sys.exit("set ORGMETA_KEY to a backend's key, om_sk_…")
    address = os.environ.get("ORGMETA_ADDRESS", "127.0.0.1:50051")
    with orgmeta.Client(address, credential=key, timeout=5) as client:
        try:
            update_plan(client, organization_id, plan, int(seats))
        except orgmeta.MetadataTooLargeError as error:
            sys.exit(f"{error.field} would take {error.metadata['size_bytes']} bytes")
        except orgmeta.OrgmetaError as error:
            sys.exit(f"the plan was not written: {error}")


main()
