#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
classes_dim = Dim(7, name="classes", kind=Dim.Types.Feature)
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True},
  "labels": {"dim_tags": (batch_dim, time_dim), "dtype": "int32", "sparse_dim": classes_dim},
}
network = {
  "table": {"class": "variable", "shape": [classes_dim, out_dim], "param_name": "table", "name_scope": "", "init": "glorot_uniform"},
  "output": {"class": "linear", "from": "data:labels", "out_dim": out_dim, "activation": None, "with_bias": False, "reuse_params": {"map": {"W": {"layer_output": "table"}}}, "out_shape": {batch_dim, time_dim, out_dim}},
  "second": {"class": "gather", "from": "data:data", "position": 1, "axis": in_dim, "out_shape": {batch_dim, time_dim}, "is_output_layer": True},
}
