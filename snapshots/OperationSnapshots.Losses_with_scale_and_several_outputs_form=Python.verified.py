#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "weight": {"class": "variable", "shape": [in_dim], "param_name": "weight", "name_scope": "", "init": 1.0},
  "output": {"class": "combine", "kind": "mul", "from": ["data:data", "weight"], "out_shape": {batch_dim, time_dim, in_dim}},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "reported": {"class": "reduce", "from": "square", "mode": "mean", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "is_output_layer": True},
  "square_2": {"class": "eval", "from": "weight", "eval": "tf.square(source(0))", "out_shape": {in_dim}},
  "decay": {"class": "reduce", "from": "square_2", "mode": "sum", "axes": [in_dim], "use_time_mask": False, "out_shape": set(), "loss": "as_is", "loss_opts": {"scale": 0.0001}},
  "same": {"class": "copy", "from": "output", "out_shape": {batch_dim, time_dim, in_dim}, "is_output_layer": True},
  "energy": {"class": "copy", "from": "reported", "out_shape": {batch_dim, time_dim}, "loss": "as_is", "loss_opts": {"scale": 0.25}},
  "again": {"class": "copy", "from": "reported", "out_shape": {batch_dim, time_dim}, "loss": "as_is", "loss_opts": {"scale": 0.0}},
}
