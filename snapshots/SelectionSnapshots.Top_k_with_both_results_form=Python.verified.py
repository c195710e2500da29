#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
from returnn.tensor.marked_dim import ImplicitSparseDim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
best_dim = Dim(2, name="best", kind=Dim.Types.Spatial)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "output": {"class": "top_k", "from": "data:data", "axis": in_dim, "k": 2, "k_dim": best_dim, "sorted": True, "out_shape": {batch_dim, time_dim, best_dim}},
  "indices": {"class": "copy", "from": "output/indices", "out_shape": {batch_dim, time_dim, best_dim, ImplicitSparseDim(in_dim)}, "is_output_layer": True},
}
