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
  "output": {"class": "rec", "from": "data:data", "unit": "nativelstm2", "unit_opts": {"rec_weight_dropout": 0.2}, "initial_state": "var", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "out_dim": out_dim, "name_scope": "lstm/rec", "out_shape": {time_dim, batch_dim, out_dim}},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {time_dim, batch_dim, out_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [out_dim], "use_time_mask": False, "out_shape": {time_dim, batch_dim}, "loss": "as_is"},
}
