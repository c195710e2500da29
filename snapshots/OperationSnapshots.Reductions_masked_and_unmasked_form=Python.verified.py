#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
from returnn.tensor.marked_dim import ImplicitDynSizeDim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "compare": {"class": "compare", "from": "data:data", "kind": "greater", "value": 0.0, "out_shape": {batch_dim, time_dim, in_dim}},
  "mean": {"class": "reduce", "from": "data:data", "mode": "mean", "axes": [time_dim], "use_time_mask": True, "out_shape": {batch_dim, in_dim}},
  "mean_2": {"class": "reduce", "from": "data:data", "mode": "mean", "axes": [time_dim], "use_time_mask": False, "out_shape": {batch_dim, in_dim}},
  "output": {"class": "combine", "kind": "add", "from": ["mean", "mean_2"], "out_shape": {batch_dim, in_dim}},
  "sum": {"class": "reduce", "from": "data:data", "mode": "sum", "axes": [batch_dim, time_dim, in_dim], "use_time_mask": True, "out_shape": set(), "is_output_layer": True},
  "max": {"class": "reduce", "from": "data:data", "mode": "max", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "min": {"class": "reduce", "from": "data:data", "mode": "min", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "range": {"class": "combine", "kind": "sub", "from": ["max", "min"], "out_shape": {batch_dim, time_dim}, "is_output_layer": True},
  "logsumexp": {"class": "reduce", "from": "data:data", "mode": "logsumexp", "axes": [time_dim], "use_time_mask": True, "out_shape": {batch_dim, in_dim}, "is_output_layer": True},
  "over_batch": {"class": "reduce", "from": "data:data", "mode": "mean", "axes": [batch_dim], "use_time_mask": False, "out_shape": {time_dim, in_dim, ImplicitDynSizeDim(batch_dim)}, "is_output_layer": True},
  "any": {"class": "reduce", "from": "compare", "mode": "any", "axes": [time_dim], "use_time_mask": True, "out_shape": {batch_dim, in_dim}},
  "all": {"class": "reduce", "from": "compare", "mode": "all", "axes": [time_dim], "use_time_mask": True, "out_shape": {batch_dim, in_dim}},
  "truth": {"class": "combine", "kind": "logical_and", "from": ["any", "all"], "out_shape": {batch_dim, in_dim}, "is_output_layer": True},
}
