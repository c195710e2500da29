#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "train_flag": {"class": "train_flag"},
  "cond": {"class": "cond", "from": [], "condition": "train_flag",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "zeros": {"class": "constant", "value": 0.0, "shape": [batch_dim, out_dim], "dtype": "float32"},
      "loop": {"class": "rec", "from": [], "axis": time_dim, "unit": {
        "unstack": {"class": "rec_unstack", "from": "base:base:data:data", "axis": time_dim, "out_shape": {batch_dim, in_dim}},
        "compare": {"class": "compare", "from": ":i", "kind": "greater", "value": 0, "out_shape": set()},
        "cond": {"class": "cond", "from": [], "condition": "compare",
          "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
            "output": {"class": "linear", "from": "base:unstack", "out_dim": out_dim, "activation": "tanh", "name_scope": "linear", "out_shape": {batch_dim, out_dim}},
          }, "name_scope": ""},
          "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
            "m.linear": {"class": "linear", "from": "base:unstack", "out_dim": out_dim, "activation": "tanh", "name_scope": "linear_2", "out_shape": {batch_dim, out_dim}},
            "output": {"class": "activation", "from": "m.linear", "activation": "tanh", "out_shape": {batch_dim, out_dim}},
          }, "name_scope": ""},
          "out_shape": {batch_dim, out_dim},
        },
        "sum": {"class": "combine", "kind": "add", "from": ["prev:sum", "cond"], "out_shape": {batch_dim, out_dim}, "initial_output": "base:zeros"},
        "output": {"class": "copy", "from": "sum", "out_shape": {batch_dim, out_dim}, "need_last": True},
      }, "name_scope": "", "out_shape": {time_dim, batch_dim, out_dim}},
      "loop.last.output": {"class": "rec_last_output", "rec_layer": "loop", "sub_layer_name": "output", "out_shape": {batch_dim, out_dim}},
      "output": {"class": "copy", "from": "loop.last.output", "out_shape": {batch_dim, out_dim}},
    }, "name_scope": "m"},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "m.first": {"class": "rec", "from": "base:data:data", "unit": "standardlstm", "out_dim": out_dim, "name_scope": "first/rec", "out_shape": {time_dim, batch_dim, out_dim}},
      "output": {"class": "reduce", "from": "m.first", "mode": "max", "axes": [time_dim], "use_time_mask": True, "out_shape": {batch_dim, out_dim}},
    }, "name_scope": "m"},
    "out_shape": {batch_dim, out_dim},
  },
  "output": {"class": "copy", "from": "cond", "out_shape": {batch_dim, out_dim}},
}
