#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "zeros": {"class": "constant", "value": 0.0, "shape": [batch_dim, in_dim], "dtype": "float32"},
  "loop": {"class": "rec", "from": [], "axis": time_dim, "unit": {
    "unstack": {"class": "rec_unstack", "from": "base:data:data", "axis": time_dim, "out_shape": {batch_dim, in_dim}},
    "ema": {"class": "eval", "from": ["prev:ema", "unstack"], "eval": "source(0) * 0.9 + source(1) * 0.1", "out_shape": {batch_dim, in_dim}, "initial_output": "base:zeros"},
    "peak": {"class": "combine", "kind": "maximum", "from": ["prev:peak", "prev:ema"], "out_shape": {batch_dim, in_dim}, "initial_output": "base:zeros", "is_output_layer": True},
    "output": {"class": "copy", "from": "ema", "out_shape": {batch_dim, in_dim}},
  }, "out_shape": {time_dim, batch_dim, in_dim}},
  "output": {"class": "combine", "kind": "add", "from": ["loop", "loop/peak"], "out_shape": {time_dim, batch_dim, in_dim}},
}
