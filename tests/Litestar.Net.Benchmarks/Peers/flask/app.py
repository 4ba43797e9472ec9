"""Flask as its documentation deploys it: gunicorn with threads."""

import time

from flask import Flask, Response, abort, request

app = Flask(__name__)
app.json.compact = True
app.json.sort_keys = False


@app.get("/greet")
def greet():
    return Response(f"Hi, {request.args['name']}!", content_type="text/plain; charset=utf-8")


@app.get("/json")
def json():
    return {"text": "Hello, World!", "number": 42}


@app.get("/users/<int:id>")
def users(id):
    active = {"true": True, "false": False}.get(request.args["active"])
    if active is None:
        abort(400)
    return {"id": id, "active": active, "tags": request.args.getlist("tags")}


@app.post("/orders")
def orders():
    order = request.get_json()
    return {"id": 7, "quantity": sum(line["quantity"] for line in order["lines"])}, 201


@app.get("/me")
def me():
    authorization = request.headers.get("Authorization", "")
    if not authorization.startswith("Bearer "):
        abort(401)
    return {"name": authorization[len("Bearer "):]}


@app.get("/block")
def block():
    time.sleep(0.01)
    return {"text": "Hello, World!", "number": 42}
