#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True},
  "limit": {"dim_tags": (batch_dim, in_dim), "dtype": "float32"},
}
network = {
  "mean": {"class": "reduce", "from": "data:data", "mode": "mean", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "scale": {"class": "variable", "shape": [out_dim], "param_name": "scale", "name_scope": "", "init": 1.0},
  "mul": {"class": "combine", "kind": "mul", "from": ["mean", "scale"], "out_shape": {batch_dim, time_dim, out_dim}},
  "output": {"class": "compare", "from": ["mul", "data:limit"], "kind": "greater", "out_shape": {batch_dim, time_dim, out_dim, in_dim}},
}
