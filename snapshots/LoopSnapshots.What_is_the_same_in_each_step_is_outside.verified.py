#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "mean": {"class": "reduce", "from": "data:data", "mode": "mean", "axes": [time_dim], "use_time_mask": True, "out_shape": {batch_dim, in_dim}},
  "tanh": {"class": "activation", "from": "data:data", "activation": "tanh", "out_shape": {batch_dim, time_dim, in_dim}},
  "exp": {"class": "eval", "from": "mean", "eval": "tf.exp(source(0) * 2.0)", "out_shape": {batch_dim, in_dim}},
  "loop": {"class": "rec", "from": [], "axis": time_dim, "unit": {
    "unstack": {"class": "rec_unstack", "from": "base:tanh", "axis": time_dim, "out_shape": {batch_dim, in_dim}},
    "output": {"class": "eval", "from": ["prev:output", "unstack", "base:exp"], "eval": "source(0) + source(1) * source(2)", "out_shape": {batch_dim, in_dim}, "initial_output": "base:mean"},
  }, "out_shape": {time_dim, batch_dim, in_dim}},
  "output": {"class": "copy", "from": "loop", "out_shape": {time_dim, batch_dim, in_dim}},
}
