#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
steps_dim = Dim(None, name="steps", kind=Dim.Types.Spatial)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "mean": {"class": "reduce", "from": "data:data", "mode": "mean", "axes": [time_dim], "use_time_mask": True, "out_shape": {batch_dim, in_dim}},
  "loop": {"class": "rec", "from": [], "axis": steps_dim, "unit": {
    "x": {"class": "eval", "from": "prev:x", "eval": "source(0) * 0.5", "out_shape": {batch_dim, in_dim}, "initial_output": "base:mean"},
    "max": {"class": "reduce", "from": "x", "mode": "max", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim}},
    "end": {"class": "compare", "from": "max", "kind": "less", "value": 0.1, "out_shape": {batch_dim}},
    "output": {"class": "copy", "from": "x", "out_shape": {batch_dim, in_dim}},
  }, "max_seq_len": 20, "include_eos": True, "out_shape": {steps_dim, batch_dim, in_dim}},
  "output": {"class": "copy", "from": "loop", "out_shape": {steps_dim, batch_dim, in_dim}},
}
