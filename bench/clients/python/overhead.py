"""What the Python client's faces cost over the generated stubs, in one process and in rounds that take turns.

Reads a document from stdin; the service is ORGMETA_ADDRESS, with the credential ORGMETA_KEY. Prints JSON: microseconds
a call, the median of the rounds, and the ratio of the face to each raw way.

raw: the stub, with what a program needs to have dicts on both sides (the message's constructor, `MessageToDict`).
bare: the stub alone, with one request made beforehand and an answer that nobody looks into.
"""

from __future__ import annotations

import asyncio
import json
import os
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor

import grpc
import grpc.aio
from google.protobuf.json_format import MessageToDict

from orgmeta import Client, aio
from orgmeta.v1.backend_metadata_pb2 import GetOrganizationMetadataRequest, UpdateOrganizationMetadataRequest
from orgmeta.v1.backend_metadata_pb2_grpc import BackendMetadataStub

ROUNDS = 9
CALLS = 400
AT_ONCE = 16
ID = "org_bench"
ADDRESS = os.environ["ORGMETA_ADDRESS"]
CREDENTIAL = os.environ["ORGMETA_KEY"]
DOCUMENT = json.load(sys.stdin)
OPTIONS = {"timeout": 10, "metadata": (("authorization", f"Bearer {CREDENTIAL}"),)}
READ = GetOrganizationMetadataRequest(organization_id=ID)
UPDATE = UpdateOrganizationMetadataRequest(organization_id=ID, public_metadata=DOCUMENT)


def to_dicts(answer):
    return MessageToDict(answer.metadata.public_metadata), MessageToDict(answer.metadata.private_metadata)


def update_request():
    return UpdateOrganizationMetadataRequest(organization_id=ID, public_metadata=DOCUMENT)


def with_threads(call: Callable[[], object], threads: ThreadPoolExecutor | None) -> float:
    start = time.perf_counter()
    if threads is None:
        for _ in range(CALLS):
            call()
    else:
        for done in [threads.submit(lambda: [call() for _ in range(CALLS // AT_ONCE)]) for _ in range(AT_ONCE)]:
            done.result()
    return time.perf_counter() - start


async def with_tasks(call: Callable[[], Awaitable[object]], at_once: int) -> float:
    async def repeat() -> None:
        for _ in range(CALLS // at_once):
            await call()

    start = time.perf_counter()
    await asyncio.gather(*(repeat() for _ in range(at_once)))
    return time.perf_counter() - start


def report(name: str, seconds: dict[str, list[float]]) -> dict[str, object]:
    each = {way: statistics.median(rounds) / CALLS * 1e6 for way, rounds in seconds.items()}
    return {
        "name": name,
        **{way: round(micros, 1) for way, micros in each.items()},
        "ratio": round(each["face"] / each["raw"], 3),
        "ratioToBare": round(each["face"] / each["bare"], 3),
    }


def run_threads() -> list[dict[str, object]]:
    reports = []
    with Client(ADDRESS, credential=CREDENTIAL) as client, grpc.insecure_channel(ADDRESS) as channel:
        stub = BackendMetadataStub(channel)
        ways = {
            "read": {
                "bare": lambda: stub.GetOrganizationMetadata(READ, **OPTIONS),
                "raw": lambda: to_dicts(stub.GetOrganizationMetadata(READ, **OPTIONS)),
                "face": lambda: client.get_organization_metadata(ID),
            },
            "update": {
                "bare": lambda: stub.UpdateOrganizationMetadata(UPDATE, **OPTIONS),
                "raw": lambda: to_dicts(stub.UpdateOrganizationMetadata(update_request(), **OPTIONS)),
                "face": lambda: client.update_organization_metadata(ID, public_metadata=DOCUMENT),
            },
        }
        client.update_organization_metadata(ID, public_metadata=DOCUMENT)
        with ThreadPoolExecutor(AT_ONCE) as threads:
            for what, calls in ways.items():
                for how, pool in (("one after the other", None), (f"{AT_ONCE} threads", threads)):
                    seconds: dict[str, list[float]] = {way: [] for way in calls}
                    for _ in range(ROUNDS + 1):
                        for way, call in calls.items():
                            seconds[way].append(with_threads(call, pool))
                    reports.append(report(f"{what}, {how}", {way: rounds[1:] for way, rounds in seconds.items()}))
    return reports


async def run_tasks() -> list[dict[str, object]]:
    reports = []
    async with aio.Client(ADDRESS, credential=CREDENTIAL) as client, grpc.aio.insecure_channel(ADDRESS) as channel:
        stub = BackendMetadataStub(channel)

        async def read_raw():
            return to_dicts(await stub.GetOrganizationMetadata(READ, **OPTIONS))

        async def update_raw():
            return to_dicts(await stub.UpdateOrganizationMetadata(update_request(), **OPTIONS))

        ways = {
            "read": {
                "bare": lambda: stub.GetOrganizationMetadata(READ, **OPTIONS),
                "raw": read_raw,
                "face": lambda: client.get_organization_metadata(ID),
            },
            "update": {
                "bare": lambda: stub.UpdateOrganizationMetadata(UPDATE, **OPTIONS),
                "raw": update_raw,
                "face": lambda: client.update_organization_metadata(ID, public_metadata=DOCUMENT),
            },
        }
        for what, calls in ways.items():
            for how, at_once in (("one after the other", 1), (f"{AT_ONCE} tasks", AT_ONCE)):
                seconds: dict[str, list[float]] = {way: [] for way in calls}
                for _ in range(ROUNDS + 1):
                    for way, call in calls.items():
                        seconds[way].append(await with_tasks(call, at_once))
                reports.append(report(f"asyncio: {what}, {how}", {way: rounds[1:] for way, rounds in seconds.items()}))
    return reports


print(json.dumps([*run_threads(), *asyncio.run(run_tasks())], indent=2))
