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
  "limits": {"dim_tags": (batch_dim, in_dim, out_dim), "dtype": "float32"},
}
network = {
  "cumsum": {"class": "cumsum", "from": "data:data", "axis": time_dim, "reverse": False, "out_shape": {batch_dim, time_dim, in_dim}},
  "seq_len_mask": {"class": "seq_len_mask", "from": "data:data", "axis": time_dim, "mask_value": 0.0, "out_shape": {batch_dim, time_dim, in_dim}},
  "cumsum_2": {"class": "cumsum", "from": "seq_len_mask", "axis": time_dim, "reverse": True, "out_shape": {batch_dim, time_dim, in_dim}},
  "left": {"class": "combine", "kind": "sub", "from": ["cumsum_2", "data:data"], "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
  "features": {"class": "cumsum", "from": "data:data", "axis": in_dim, "reverse": True, "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
  "output": {"class": "search_sorted", "from": [], "sorted_sequence": "cumsum", "values": "data:limits", "axis": time_dim, "side": "right", "out_shape": {batch_dim, in_dim, out_dim}},
}
