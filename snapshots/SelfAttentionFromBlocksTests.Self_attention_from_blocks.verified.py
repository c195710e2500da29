#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
qkv_dim = Dim(12, name="qkv", kind=Dim.Types.Feature)
heads_dim = Dim(2, name="heads", kind=Dim.Types.Spatial)
per_head_qkv_dim = Dim(6, name="per_head_qkv", kind=Dim.Types.Feature)
key_dim = Dim(2, name="key", kind=Dim.Types.Feature)
value_dim = Dim(2, name="value", kind=Dim.Types.Feature)
kv_time_dim = Dim(None, name="kv_time", kind=Dim.Types.Spatial)
heads_value_dim = heads_dim * value_dim
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "w.param": {"class": "variable", "shape": [in_dim], "param_name": "param", "name_scope": "w", "init": 0.0},
  "x": {"class": "combine", "kind": "mul", "from": ["data:data", "w.param"], "out_shape": {batch_dim, time_dim, in_dim}},
  "att.QKV": {"class": "variable", "shape": [in_dim, qkv_dim], "param_name": "QKV", "name_scope": "att", "init": "glorot_uniform"},
  "qkv0": {"class": "dot", "from": ["x", "att.QKV"], "reduce": in_dim, "out_shape": {batch_dim, time_dim, qkv_dim}},
  "qkv1": {"class": "split_dims", "from": "qkv0", "axis": qkv_dim, "dims": [heads_dim, per_head_qkv_dim], "out_shape": {batch_dim, time_dim, heads_dim, per_head_qkv_dim}},
  "s": {"class": "split", "from": "qkv1", "axis": per_head_qkv_dim, "out_dims": [key_dim, key_dim, value_dim], "out_shape": {batch_dim, time_dim, heads_dim, per_head_qkv_dim}},
  "q": {"class": "eval", "from": "s/0", "eval": "source(0) * 0.7071067811865476", "out_shape": {batch_dim, time_dim, heads_dim, key_dim}},
  "k": {"class": "reinterpret_data", "from": "s/1", "set_dim_tags": {time_dim: kv_time_dim}, "out_shape": {batch_dim, kv_time_dim, heads_dim, key_dim}},
  "v": {"class": "reinterpret_data", "from": "s/2", "set_dim_tags": {time_dim: kv_time_dim}, "out_shape": {batch_dim, kv_time_dim, heads_dim, value_dim}},
  "e0": {"class": "dot", "from": ["q", "k"], "reduce": key_dim, "out_shape": {batch_dim, time_dim, heads_dim, kv_time_dim}},
  "w8": {"class": "softmax_over_spatial", "from": "e0", "axis": kv_time_dim, "use_time_mask": True, "out_shape": {batch_dim, time_dim, heads_dim, kv_time_dim}},
  "att": {"class": "dot", "from": ["w8", "v"], "reduce": kv_time_dim, "out_shape": {batch_dim, time_dim, heads_dim, value_dim}},
  "y": {"class": "merge_dims", "from": "att", "axes": [heads_dim, value_dim], "keep_order": True, "out_shape": {batch_dim, time_dim, heads_value_dim}},
  "output": {"class": "copy", "from": "y", "out_shape": {batch_dim, time_dim, heads_value_dim}},
}
