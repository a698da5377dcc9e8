from __future__ import annotations

import os
import re
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PROGRAM = Path(__file__).parents[3] / "dist/src/cli/main.js"


@dataclass(frozen=True)
class RunningService:
    """The service itself, as `npm run build` made it, with an empty store and a key of each role."""

    address: str
    backend: str
    frontend: str


@contextmanager
def run_service(settings: Mapping[str, str] | None = None) -> Iterator[RunningService]:
    """Starts the service on a free port, unless the settings say otherwise, and ends it afterwards."""
    with tempfile.TemporaryDirectory(prefix="orgmeta-python-") as folder:
        environment = {
            **{name: value for name, value in os.environ.items() if not re.match(r"ORGMETA_|MONGODB_URI$", name)},
            "ORGMETA_ADDRESS": "127.0.0.1:0",
            "ORGMETA_DATA_DIR": folder,
            "ORGMETA_LOG_LEVEL": "silent",
            **(settings or {}),
        }
        command = ["node", str(PROGRAM), "serve"]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
            try:
                yield _read_start(process)
            finally:
                process.terminate()


def _read_start(process: subprocess.Popen[str]) -> RunningService:
    output = ""
    for line in process.stdout or ():
        output += line
        listening = re.search(r"listening on (\S+)", line)
        if listening:
            backend, frontend = (re.findall(rf"{start}\w+", output)[0] for start in ("om_sk_", "om_pk_"))
            return RunningService(listening[1], backend, frontend)
    raise RuntimeError(f"the service ended before it listened: {output}")
