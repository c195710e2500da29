#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True},
  "target": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32"},
}
network = {
  "ce.log_softmax": {"class": "softmax_over_spatial", "from": "data:data", "axis": in_dim, "use_time_mask": False, "log_space": True},
  "ce.frames": {"class": "eval", "from": ["data:target", "ce.log_softmax"], "eval": "-source(0) * source(1)"},
  "ce": {"class": "reduce", "from": "ce.frames", "mode": "sum", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is", "loss_opts": {"scale": 0.5}},
  "output": {"class": "softmax_over_spatial", "from": "data:data", "axis": in_dim, "use_time_mask": False, "log_space": True, "out_shape": {batch_dim, time_dim, in_dim}},
}
