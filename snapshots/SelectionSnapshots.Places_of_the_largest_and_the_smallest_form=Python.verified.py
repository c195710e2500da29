#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
from returnn.tensor.marked_dim import ImplicitSparseDim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "output": {"class": "reduce", "from": "data:data", "mode": "argmax", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim, ImplicitSparseDim(in_dim)}},
  "first": {"class": "reduce", "from": "data:data", "mode": "argmin", "axes": [time_dim], "use_time_mask": True, "out_shape": {batch_dim, in_dim, ImplicitSparseDim(time_dim)}, "is_output_layer": True},
}
