"""A web service: POST an article, get its record.

pip install beritanlp fastapi uvicorn
uvicorn service:app --app-dir examples
curl -s localhost:8000/extract -H 'Content-Type: application/json' -d '{"text": "Banjir merendam Demak."}'
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI, HTTPException
from pydantic import BaseModel, Field

import beritanlp


class Request(BaseModel):
    """An article as the client has it."""

    text: str = Field(max_length=100_000)
    published: str | None = None
    title: str | None = None


@asynccontextmanager
async def lifespan(service: FastAPI) -> AsyncIterator[None]:
    """Load the pipeline before the first request comes."""
    service.state.nlp = beritanlp.load()
    yield


app = FastAPI(title="BeritaNLP", lifespan=lifespan)


@app.post("/extract")
def extract(request: Request) -> beritanlp.Article:
    """Read one article."""
    try:
        return beritanlp.extract(request.text, request.published, request.title, nlp=app.state.nlp)
    except beritanlp.InputError as error:
        raise HTTPException(422, str(error)) from error
