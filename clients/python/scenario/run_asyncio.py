from __future__ import annotations

import asyncio
import sys
from contextlib import AsyncExitStack
from typing import Any

from outcome import error_line, result_line
from step import Step, parse_step

from orgmeta import Documents, OrgmetaError
from orgmeta.aio import Client


async def run_asyncio(address: str) -> None:
    """Runs the steps of stdin with `orgmeta.aio.Client`."""
    clients: dict[str | None, Client] = {}
    async with AsyncExitStack() as stack:
        while line := await asyncio.to_thread(sys.stdin.readline):
            step = parse_step(line)
            if step.credential not in clients:
                clients[step.credential] = await stack.enter_async_context(Client(address, credential=step.credential))
            try:
                print(result_line(await _run_step(clients[step.credential], step)), flush=True)
            except OrgmetaError as error:
                print(error_line(error), flush=True)


async def _run_step(client: Client, step: Step) -> Any:
    if step.method == "count_up":
        return await _count_up(client, **step.arguments)
    result = getattr(client, step.method)(**step.arguments)
    return [record async for record in result] if step.method.startswith("list_") else await result


async def _count_up(client: Client, organization_id: str, member: str, times: int) -> Any:
    async def add_one(documents: Documents) -> Documents:
        documents.public_metadata[member] = documents.public_metadata.get(member, 0) + 1
        return documents

    await asyncio.gather(*(client.modify_organization_metadata(organization_id, add_one) for _ in range(times)))
    return await client.get_organization_metadata(organization_id)
