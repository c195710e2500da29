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
  "loop": {"class": "rec", "from": [], "axis": time_dim, "unit": {
    "unstack": {"class": "rec_unstack", "from": "base:data:data", "axis": time_dim, "out_shape": {batch_dim, in_dim}},
    "m.first": {"class": "rec", "from": "unstack", "unit": "gru", "out_dim": out_dim, "name_scope": "first/rec", "out_shape": {batch_dim, out_dim}},
    "output": {"class": "rec", "from": ["unstack", "m.first"], "unit": "basicrnn", "out_dim": out_dim, "name_scope": "second/rec", "out_shape": {batch_dim, out_dim}},
  }, "name_scope": "m", "out_shape": {time_dim, batch_dim, out_dim}},
  "output": {"class": "copy", "from": "loop", "out_shape": {time_dim, batch_dim, out_dim}},
}
