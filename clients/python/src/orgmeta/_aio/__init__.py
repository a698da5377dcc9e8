"""The face for asyncio."""
