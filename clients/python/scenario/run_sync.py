from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any

from outcome import error_line, result_line
from step import Step, parse_step

from orgmeta import Client, Documents, OrgmetaError


def run_sync(address: str) -> None:
    """Runs the steps of stdin with `orgmeta.Client`."""
    clients: dict[str | None, Client] = {}
    with ExitStack() as stack:
        for line in sys.stdin:
            step = parse_step(line)
            if step.credential not in clients:
                clients[step.credential] = stack.enter_context(Client(address, credential=step.credential))
            try:
                print(result_line(_run_step(clients[step.credential], step)), flush=True)
            except OrgmetaError as error:
                print(error_line(error), flush=True)


def _run_step(client: Client, step: Step) -> Any:
    if step.method == "count_up":
        return _count_up(client, **step.arguments)
    result = getattr(client, step.method)(**step.arguments)
    return list(result) if step.method.startswith("list_") else result


def _count_up(client: Client, organization_id: str, member: str, times: int) -> Any:
    def add_one(documents: Documents) -> Documents:
        documents.public_metadata[member] = documents.public_metadata.get(member, 0) + 1
        return documents

    with ThreadPoolExecutor(times) as threads:
        for written in [
            threads.submit(client.modify_organization_metadata, organization_id, add_one) for _ in range(times)
        ]:
            written.result()
    return client.get_organization_metadata(organization_id)
