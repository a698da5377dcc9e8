"""The scenario's program, as clients/README.md has it; with `--asyncio` it runs on that face."""

from __future__ import annotations

import asyncio
import os
import sys

from run_asyncio import run_asyncio
from run_sync import run_sync

if __name__ == "__main__":
    address = os.environ["ORGMETA_ADDRESS"]
    if "--asyncio" in sys.argv[1:]:
        asyncio.run(run_asyncio(address))
    else:
        run_sync(address)
