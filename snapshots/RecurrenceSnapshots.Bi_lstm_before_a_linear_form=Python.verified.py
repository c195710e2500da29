#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
classes_dim = Dim(5, name="classes", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "encoder.forward": {"class": "rec", "from": "data:data", "unit": "nativelstm2", "out_dim": out_dim, "name_scope": "encoder/forward/rec", "out_shape": {time_dim, batch_dim, out_dim}},
  "encoder.backward": {"class": "rec", "from": "data:data", "unit": "nativelstm2", "direction": -1, "out_dim": out_dim, "name_scope": "encoder/backward/rec", "out_shape": {time_dim, batch_dim, out_dim}},
  "output": {"class": "linear", "from": ["encoder.forward", "encoder.backward"], "out_dim": classes_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "ff", "out_shape": {time_dim, batch_dim, classes_dim}},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {time_dim, batch_dim, classes_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [classes_dim], "use_time_mask": False, "out_shape": {time_dim, batch_dim}, "loss": "as_is"},
}
