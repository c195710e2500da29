#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
frames_dim = Dim(None, name="frames", kind=Dim.Types.Spatial)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True},
  "durations": {"dim_tags": (batch_dim, time_dim), "dtype": "int32"},
}
network = {
  "output": {"class": "repeat", "from": "data:data", "axis": time_dim, "repetitions": "data:durations", "out_dim": frames_dim, "out_shape": {batch_dim, frames_dim, in_dim}},
}
