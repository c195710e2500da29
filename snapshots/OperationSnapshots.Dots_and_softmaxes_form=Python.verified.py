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
  "weight": {"class": "variable", "shape": [in_dim, out_dim], "param_name": "weight", "name_scope": "", "init": "glorot_uniform"},
  "linear": {"class": "linear", "from": "data:data", "in_dim": in_dim, "out_dim": out_dim, "activation": None, "with_bias": False, "reuse_params": {"map": {"W": {"layer_output": "weight"}}}, "out_shape": {batch_dim, time_dim, out_dim}},
  "sum": {"class": "reduce", "from": "linear", "mode": "sum", "axes": [out_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "softmax": {"class": "softmax_over_spatial", "from": "sum", "axis": time_dim, "use_time_mask": True, "out_shape": {batch_dim, time_dim}},
  "context": {"class": "dot", "from": ["softmax", "linear"], "reduce": time_dim, "out_shape": {batch_dim, out_dim}, "is_output_layer": True},
  "output": {"class": "softmax_over_spatial", "from": "linear", "axis": out_dim, "use_time_mask": False, "log_space": True, "out_shape": {batch_dim, time_dim, out_dim}},
}
