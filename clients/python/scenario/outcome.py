"""Outcomes as the scenario's harness reads them."""

from __future__ import annotations

import dataclasses
import json
import re
from datetime import datetime
from typing import Any

from orgmeta import Batch, OrgmetaError


def result_line(result: Any) -> str:
    return json.dumps({"result": _plain(result)})


def error_line(error: OrgmetaError) -> str:
    told = {"code": error.code, "reason": error.reason, "metadata": error.metadata, "field": error.field}
    return json.dumps({"error": {name: value for name, value in told.items() if value != ""}})


def _plain(result: Any) -> Any:
    if result is None:
        return {}
    if isinstance(result, list):
        return {"metadata": [_plain_members(record) for record in result]}
    if isinstance(result, Batch):
        missing = [key if isinstance(key, str) else _camel(key._asdict()) for key in result.missing]
        return {"metadata": [_plain_members(record) for record in result.metadata], "missing": missing}
    return _plain_members(result)


def _plain_members(record: Any) -> dict[str, Any]:
    members = {field.name: getattr(record, field.name) for field in dataclasses.fields(record)}
    return _camel({name: _plain_time(value) for name, value in members.items() if value is not None})


def _plain_time(value: Any) -> Any:
    if not isinstance(value, datetime):
        return value
    return value.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _camel(members: dict[str, Any]) -> dict[str, Any]:
    return {re.sub("_(.)", lambda match: match[1].upper(), name): value for name, value in members.items()}
