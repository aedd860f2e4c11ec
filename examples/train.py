"""Trains a film on a server, recalls a pattern and saves the run: python3 train.py "http://127.0.0.1:8089/?token=..."."""

import json, sys, time, urllib.request

base, token = sys.argv[1].split("/?token=")
headers = {"Content-Type": "application/json", "Authorization": "Bearer " + token}


def call(method, path, body=None):
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(base + path, data, headers, method=method)
    with urllib.request.urlopen(request) as answer:
        text = answer.read()
    return json.loads(text) if text else None


def wait(film):
    while call("GET", "/api/films/" + film)["state"]["status"] == "running":
        time.sleep(0.1)


with open("film.yaml", encoding="utf-8") as file:
    film = call("POST", "/api/films", {"experiment": file.read()})["id"]
wait(film)  # relaxes into a maze
commands = "/api/films/" + film + "/commands"
call("POST", commands, {"command": "train", "pattern": "+-+-", "voltage": "10 mV", "time": "2 ns"})
wait(film)

network = call("GET", "/api/films/" + film)["network"]
for state in sorted(network["energies"], key=lambda state: state["energy"]):
    print(state["pattern"], state["energy"], "W")
print("lowest", network["lowest"])
print("recalled", call("POST", commands, {"command": "retrieve", "start": "+--+"})["retrieval"]["end"])
print("saved", call("POST", commands, {"command": "save", "name": "from-python"})["folder"])
call("DELETE", "/api/films/" + film)
