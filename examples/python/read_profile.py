"""A reader, such as a web server for a frontend: `read_profile.py ORGANIZATION…` shows what is public, all at once."""

import asyncio
import json
import os
import sys

import orgmeta
from orgmeta.aio import Client


async def read_profiles(client: Client, organization_ids: list[str]) -> None:
    profiles = await client.batch_get_organization_public_metadata(organization_ids)
    for profile in profiles.metadata:
        print(f"{profile.organization_id}: {json.dumps(profile.public_metadata, sort_keys=True, ensure_ascii=False)}")
    for organization_id in profiles.missing:
        print(f"{organization_id}: nothing is public")


async def main() -> None:
    if len(sys.argv) < 2:
        sys.exit("usage: read_profile.py ORGANIZATION…")
    key = os.environ.get("ORGMETA_KEY")
    if not key:
        sys.exit("set ORGMETA_KEY to a frontend's key, om_pk_…")
    address = os.environ.get("ORGMETA_ADDRESS", "127.0.0.1:50051")
    async with Client(address, credential=key, timeout=5) as client:
        try:
            await read_profiles(client, sys.argv[1:])
        except orgmeta.OrgmetaError as error:
            sys.exit(f"nothing could be read: {error}")


asyncio.run(main())
