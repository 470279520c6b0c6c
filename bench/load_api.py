"""Asks a served region for routes at a fixed rate and says how long answers take.

    bench/load_api.py ADDRESS [--rate 1000] [--seconds 20] [--connections 32]

ADDRESS is what `hinan serve` prints. Requests are sent when they are due, whether or not earlier
ones are answered (so that a slow answer does not hide those behind it), from places all over the
region. Times count from when a request was due. Standard library only.
"""

import argparse
import asyncio
import collections
import json
import random
import time
from urllib.parse import urlsplit
from urllib.request import urlopen


def bodies(address):
    """1,000 questions, always the same."""
    with urlopen(address + "v1/region") as answer:
        bounds = json.load(answer)["bounds"]
    low, high = bounds["min"], bounds["max"]
    dice = random.Random(1)
    for _ in range(1000):
        lat, lon = (dice.randint(low[k], high[k]) / 1e7 for k in ("lat_e7", "lon_e7"))
        yield json.dumps({"from": {"lat": lat, "lon": lon}, "hazard": "air-raid"}).encode()


async def connection(address, due, took, statuses):
    reader, writer = await asyncio.open_connection(address.hostname, address.port)
    while (job := await due.get()) is not None:
        when, body = job
        head = f"POST /v1/route HTTP/1.1\r\nHost: {address.netloc}\r\nContent-Type: application/json\r\n"
        writer.write(f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body)
        answer = await reader.readuntil(b"\r\n\r\n")
        length = int(answer.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
        await reader.readexactly(length)
        took.append(time.perf_counter() - when)
        statuses[int(answer[9:12])] += 1
    writer.close()


async def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("address")
    parser.add_argument("--rate", type=int, default=1000)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--connections", type=int, default=32)
    asked = parser.parse_args()
    questions = list(bodies(asked.address))
    due, took, statuses = asyncio.Queue(), [], collections.Counter()
    address = urlsplit(asked.address)
    workers = [asyncio.create_task(connection(address, due, took, statuses)) for _ in range(asked.connections)]
    start = time.perf_counter() + 0.1
    for number in range(asked.rate * asked.seconds):
        when = start + number / asked.rate
        if (wait := when - time.perf_counter()) > 0:
            await asyncio.sleep(wait)
        due.put_nowait((when, questions[number % len(questions)]))
    for _ in workers:
        due.put_nowait(None)
    await asyncio.gather(*workers)
    seconds = time.perf_counter() - start
    took.sort()
    at = lambda share: took[min(len(took) - 1, int(len(took) * share))] * 1000
    print(f"{len(took)} answers in {seconds:.1f} s: {len(took) / seconds:.0f} a second, by status {dict(statuses)}")
    print(f"p50 {at(0.5):.1f} ms, p99 {at(0.99):.1f} ms, worst {at(1):.1f} ms")


asyncio.run(main())
