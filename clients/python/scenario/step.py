"""A step of the scenario, in this client's spelling."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Step:
    credential: str | None
    method: str
    arguments: dict[str, Any]


def parse_step(line: str) -> Step:
    step = json.loads(line)
    arguments = {_to_snake_case(name): value for name, value in step.get("arguments", {}).items()}
    if "keys" in arguments:
        arguments["keys"] = [tuple(key.values()) for key in arguments["keys"]]
    return Step(step.get("credential"), _to_snake_case(step["call"]), arguments)


def _to_snake_case(name: str) -> str:
    return re.sub("[A-Z]", lambda letter: f"_{letter[0].lower()}", name)
