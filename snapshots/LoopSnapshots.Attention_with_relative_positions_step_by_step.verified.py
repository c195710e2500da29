#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
qkv_dim = Dim(12, name="qkv", kind=Dim.Types.Feature)
key_per_head_dim = Dim(2, name="key_per_head", kind=Dim.Types.Feature)
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "m.QKV": {"class": "variable", "shape": [in_dim, qkv_dim], "param_name": "QKV", "name_scope": "m", "init": "glorot_uniform"},
  "loop": {"class": "rec", "from": [], "axis": time_dim, "unit": {
    "unstack": {"class": "rec_unstack", "from": "base:data:data", "axis": time_dim, "out_shape": {batch_dim, in_dim}},
    "m.relative": {"class": "relative_positional_encoding", "from": "unstack", "out_dim": key_per_head_dim, "clipping": 8, "forward_weights_init": "glorot_uniform", "name_scope": "relative"},
    "output": {"class": "self_attention", "from": "unstack", "num_heads": 2, "total_key_dim": 4, "out_dim": out_dim, "attention_left_only": True, "attention_dropout": 0.0, "reuse_params": {"map": {"QKV": {"layer_output": "base:m.QKV"}}}, "key_shift": "m.relative", "out_shape": {batch_dim, out_dim}},
  }, "name_scope": "m", "out_shape": {time_dim, batch_dim, out_dim}},
  "output": {"class": "copy", "from": "loop", "out_shape": {time_dim, batch_dim, out_dim}},
}
