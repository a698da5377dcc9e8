from __future__ import annotations

from collections.abc import Iterator

import pytest
from running_service import RunningService, run_service

from orgmeta import Client


@pytest.fixture(scope="session")
def service() -> Iterator[RunningService]:
    with run_service() as service:
        yield service


@pytest.fixture
def client(service: RunningService) -> Iterator[Client]:
    with Client(service.address, credential=service.backend) as client:
        yield client


@pytest.fixture
def organization_id(request: pytest.FixtureRequest) -> str:
    """An organization that no other test knows."""
    return f"org_{request.node.name}".replace("[", "-").replace("]", "").replace(" ", "-")[:128]
