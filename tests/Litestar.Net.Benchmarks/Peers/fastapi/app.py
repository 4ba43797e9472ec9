"""FastAPI as its documentation says is fastest: async functions, no response model, no docs, uvloop and httptools under uvicorn."""

import asyncio
import time
from typing import List

from anyio import to_thread
from fastapi import Depends, FastAPI, Header, HTTPException, Query
from fastapi.responses import JSONResponse, PlainTextResponse
from pydantic import BaseModel

app = FastAPI(openapi_url=None)


class Line(BaseModel):
    sku: str
    quantity: int


class Order(BaseModel):
    customer: str
    lines: List[Line]


@app.on_event("startup")
async def widen():
    # Starlette gives blocking functions 40 threads unless it is told otherwise.
    to_thread.current_default_thread_limiter().total_tokens = 512


@app.get("/greet")
async def greet(name: str):
    return PlainTextResponse(f"Hi, {name}!")


@app.get("/json")
async def json():
    return JSONResponse({"text": "Hello, World!", "number": 42})


@app.get("/users/{id}")
async def users(id: int, active: bool, tags: List[str] = Query()):
    return JSONResponse({"id": id, "active": active, "tags": tags})


@app.post("/orders")
async def orders(order: Order):
    return JSONResponse({"id": 7, "quantity": sum(line.quantity for line in order.lines)}, status_code=201)


def signed_in(authorization: str = Header(default="")):
    if not authorization.startswith("Bearer "):
        raise HTTPException(401)


def caller(authorization: str = Header()):
    return authorization[len("Bearer "):]


# As coroutines: FastAPI would send plain functions to its threads.
async def signed_in_async(authorization: str = Header(default="")):
    signed_in(authorization)


async def caller_async(authorization: str = Header()):
    return caller(authorization)


@app.get("/me", dependencies=[Depends(signed_in_async)])
async def me(name: str = Depends(caller_async)):
    return JSONResponse({"name": name})


@app.get("/wait")
async def wait():
    await asyncio.sleep(0.01)
    return JSONResponse({"text": "Hello, World!", "number": 42})


@app.get("/block")
def block():
    time.sleep(0.01)
    return JSONResponse({"text": "Hello, World!", "number": 42})
