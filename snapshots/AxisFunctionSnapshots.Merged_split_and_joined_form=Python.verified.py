#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
one_dim = Dim(1, name="one", kind=Dim.Types.Feature)
rest_dim = Dim(2, name="rest", kind=Dim.Types.Feature)
rest_one_dim = rest_dim + one_dim
two_dim = Dim(2, name="two", kind=Dim.Types.Spatial)
six_dim = Dim(6, name="six", kind=Dim.Types.Feature)
half_dim = Dim(None, name="half", kind=Dim.Types.Spatial)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "split": {"class": "split", "from": "data:data", "axis": in_dim, "out_dims": [one_dim, rest_dim], "out_shape": {batch_dim, time_dim, in_dim}},
  "output": {"class": "concat", "from": [["split/1", rest_dim], ["split/0", one_dim]], "out_shape": {batch_dim, time_dim, rest_one_dim}},
  "negate": {"class": "eval", "from": "data:data", "eval": "-source(0)", "out_shape": {batch_dim, time_dim, in_dim}},
  "stack": {"class": "stack", "from": ["data:data", "negate"], "out_spatial_dim": two_dim, "out_shape": {batch_dim, time_dim, in_dim, two_dim}},
  "merged": {"class": "merge_dims", "from": "stack", "axes": [two_dim, in_dim], "keep_order": True, "out_dim": six_dim, "out_shape": {batch_dim, time_dim, six_dim}, "is_output_layer": True},
  "split_time": {"class": "split_dims", "from": "data:data", "axis": time_dim, "dims": [half_dim, two_dim], "out_shape": {batch_dim, half_dim, two_dim, in_dim}, "is_output_layer": True},
  "expand_dims": {"class": "expand_dims", "from": "data:data", "axis": "f", "dim": one_dim, "out_shape": {batch_dim, time_dim, in_dim, one_dim}},
  "same": {"class": "squeeze", "from": "expand_dims", "axis": one_dim, "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
}
