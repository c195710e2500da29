#!rnn.py
behavior_version = 21
extern_data = {"data": {"dim": 99999999999999999999, "shape": (None, 2147483647)}, "x": {"dim": -1}}
network = {
    "a": {"class": "linear", "from": "data:data", "n_out": 9223372036854775807},
    "b": {"class": "conv", "from": "a", "n_out": 2147483647, "filter_size": (2147483647, -5), "padding": "valid", "strides": 0},
    "c": {"class": "pad", "from": "data:x", "axes": "F", "padding": (9223372036854775807, 1)},
    "d": {"class": "split_dims", "from": "data:x", "axis": "F", "dims": (0, -1, -1)},
    "e": {"class": "repeat", "from": "c", "repetitions": -3, "axis": "T"},
    "output": {"class": "concat", "from": [("a", "F"), ("b", "F"), ("c", "F"), ("d", "F"), ("e", "F")]},
}
