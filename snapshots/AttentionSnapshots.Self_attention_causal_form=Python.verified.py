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
  "output": {"class": "self_attention", "from": "data:data", "num_heads": 2, "total_key_dim": 4, "out_dim": out_dim, "attention_left_only": True, "forward_weights_init": "glorot_uniform", "name_scope": "att", "out_shape": {batch_dim, time_dim, out_dim}},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {time_dim, batch_dim, out_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [out_dim], "use_time_mask": False, "out_shape": {time_dim, batch_dim}, "loss": "as_is"},
}
