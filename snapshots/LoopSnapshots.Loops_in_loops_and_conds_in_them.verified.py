#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
others_dim = Dim(None, name="others", kind=Dim.Types.Spatial)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True},
  "other": {"dim_tags": (batch_dim, others_dim, in_dim), "dtype": "float32"},
}
network = {
  "zeros": {"class": "constant", "value": 0.0, "shape": [batch_dim, in_dim], "dtype": "float32"},
  "loop": {"class": "rec", "from": [], "axis": time_dim, "unit": {
    "unstack": {"class": "rec_unstack", "from": "base:data:data", "axis": time_dim, "out_shape": {batch_dim, in_dim}},
    "loop": {"class": "rec", "from": [], "axis": others_dim, "unit": {
      "compare": {"class": "compare", "from": ["base::i", ":i"], "kind": "greater", "out_shape": set()},
      "unstack": {"class": "rec_unstack", "from": "base:base:data:other", "axis": others_dim, "out_shape": {batch_dim, in_dim}},
      "cond": {"class": "cond", "from": [], "condition": "compare",
        "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
          "output": {"class": "activation", "from": "base:unstack", "activation": "relu", "out_shape": {batch_dim, in_dim}},
        }},
        "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
          "output": {"class": "activation", "from": "base:base:unstack", "activation": "tanh", "out_shape": {batch_dim, in_dim}},
        }},
        "out_shape": {batch_dim, in_dim},
      },
      "sum": {"class": "combine", "kind": "add", "from": ["prev:sum", "cond"], "out_shape": {batch_dim, in_dim}, "initial_output": "base:prev:total"},
      "output": {"class": "copy", "from": "sum", "out_shape": {batch_dim, in_dim}, "need_last": True},
    }, "out_shape": {others_dim, batch_dim, in_dim}},
    "loop.last.output": {"class": "rec_last_output", "rec_layer": "loop", "sub_layer_name": "output", "out_shape": {batch_dim, in_dim}},
    "total": {"class": "copy", "from": "loop.last.output", "initial_output": "base:zeros", "out_shape": {batch_dim, in_dim}},
    "output": {"class": "copy", "from": "loop.last.output", "out_shape": {batch_dim, in_dim}},
  }, "out_shape": {time_dim, batch_dim, in_dim}},
  "output": {"class": "copy", "from": "loop", "out_shape": {time_dim, batch_dim, in_dim}},
}
