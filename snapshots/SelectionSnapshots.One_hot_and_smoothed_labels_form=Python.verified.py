#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
classes_dim = Dim(5, name="classes", kind=Dim.Types.Feature)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True},
  "labels": {"dim_tags": (batch_dim, time_dim), "dtype": "int32", "sparse_dim": classes_dim},
}
network = {
  "range": {"class": "range", "from": [], "limit": 5, "start": 0, "delta": 1, "dtype": "int32", "out_spatial_dim": classes_dim, "out_shape": {classes_dim}},
  "compare": {"class": "compare", "from": ["data:labels", "range"], "kind": "equal", "out_shape": {batch_dim, time_dim, classes_dim}},
  "output": {"class": "cast", "from": "compare", "dtype": "float32", "out_shape": {batch_dim, time_dim, classes_dim}},
  "range_2": {"class": "range", "from": [], "limit": 5, "start": 0, "delta": 1, "dtype": "int32", "out_spatial_dim": classes_dim, "out_shape": {classes_dim}},
  "compare_2": {"class": "compare", "from": ["data:labels", "range_2"], "kind": "equal", "out_shape": {batch_dim, time_dim, classes_dim}},
  "smooth": {"class": "switch", "condition": "compare_2", "true_from": 0.9, "false_from": 0.025, "out_shape": {batch_dim, time_dim, classes_dim}, "is_output_layer": True},
  "softmax": {"class": "softmax_over_spatial", "from": "data:data", "axis": in_dim, "use_time_mask": False, "out_shape": {batch_dim, time_dim, in_dim}},
  "smoother": {"class": "eval", "from": "softmax", "eval": "source(0) * 0.85 + 0.05", "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
}
