#!rnn.py
behavior_version = 21
extern_data = {"data": {"dim": 3}}
network = {
    "a": {"class": "copy", "from": "b"},
    "b": {"class": "subnetwork", "from": "a", "subnetwork": {"output": {"class": "copy", "from": "base:b/output"}}},
    "c": {"class": "rec", "from": "c", "unit": {"output": {"class": "combine", "kind": "add", "from": ["prev:output", "base:c"]}}},
    "output": {"class": "cond", "from": [], "condition": "output", "true_layer": {"class": "copy", "from": "output"}, "false_layer": {"class": "copy", "from": "a"}},
}
