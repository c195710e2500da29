#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
qkv_dim = Dim(12, name="qkv", kind=Dim.Types.Feature)
heads_dim = Dim(2, name="heads", kind=Dim.Types.Spatial)
qkv_per_head_dim = Dim(6, name="qkv_per_head", kind=Dim.Types.Feature)
key_per_head_dim = Dim(2, name="key_per_head", kind=Dim.Types.Feature)
value_per_head_dim = Dim(2, name="value_per_head", kind=Dim.Types.Feature)
time_keys_dim = Dim(None, name="time_keys", kind=Dim.Types.Spatial)
out_2_dim = Dim(4, name="out_2", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "in.W": {"class": "variable", "shape": [in_dim, out_dim], "param_name": "W", "name_scope": "in", "init": "glorot_uniform"},
  "in.dot": {"class": "dot", "from": ["data:data", "in.W"], "reduce": in_dim, "out_shape": {batch_dim, time_dim, out_dim}},
  "in.b": {"class": "variable", "shape": [out_dim], "param_name": "b", "name_scope": "in", "init": 0.0},
  "in.add": {"class": "combine", "kind": "add", "from": ["in.dot", "in.b"], "out_shape": {batch_dim, time_dim, out_dim}},
  "heads.QKV": {"class": "variable", "shape": [out_dim, qkv_dim], "param_name": "QKV", "name_scope": "heads", "init": "glorot_uniform"},
  "heads.dot": {"class": "dot", "from": ["in.add", "heads.QKV"], "reduce": out_dim, "out_shape": {batch_dim, time_dim, qkv_dim}},
  "heads.split_dims": {"class": "split_dims", "from": "heads.dot", "axis": qkv_dim, "dims": [heads_dim, qkv_per_head_dim], "out_shape": {batch_dim, time_dim, heads_dim, qkv_per_head_dim}},
  "heads.split": {"class": "split", "from": "heads.split_dims", "axis": qkv_per_head_dim, "out_dims": [key_per_head_dim, key_per_head_dim, value_per_head_dim], "out_shape": {batch_dim, time_dim, heads_dim, qkv_per_head_dim}},
  "heads.mul": {"class": "eval", "from": "heads.split/0", "eval": "source(0) * 0.7071067811865476", "out_shape": {batch_dim, time_dim, heads_dim, key_per_head_dim}},
  "heads.reinterpret_data": {"class": "reinterpret_data", "from": "heads.split/1", "set_dim_tags": {time_dim: time_keys_dim}, "out_shape": {batch_dim, time_keys_dim, heads_dim, key_per_head_dim}},
  "heads.reinterpret_data_2": {"class": "reinterpret_data", "from": "heads.split/2", "set_dim_tags": {time_dim: time_keys_dim}, "out_shape": {batch_dim, time_keys_dim, heads_dim, value_per_head_dim}},
  "heads.dot_2": {"class": "dot", "from": ["heads.mul", "heads.reinterpret_data"], "reduce": key_per_head_dim, "out_shape": {batch_dim, time_dim, heads_dim, time_keys_dim}},
  "heads.softmax": {"class": "softmax_over_spatial", "from": "heads.dot_2", "axis": time_keys_dim, "use_time_mask": True, "out_shape": {batch_dim, time_dim, heads_dim, time_keys_dim}},
  "heads.dot_3": {"class": "dot", "from": ["heads.softmax", "heads.reinterpret_data_2"], "reduce": time_keys_dim, "out_shape": {batch_dim, time_dim, heads_dim, value_per_head_dim}},
  "heads.merge_dims": {"class": "merge_dims", "from": "heads.dot_3", "axes": [heads_dim, value_per_head_dim], "keep_order": True, "out_dim": out_dim, "out_shape": {batch_dim, time_dim, out_dim}},
  "projection.W": {"class": "variable", "shape": [out_dim, out_2_dim], "param_name": "W", "name_scope": "projection", "init": "glorot_uniform"},
  "projection.dot": {"class": "dot", "from": ["heads.merge_dims", "projection.W"], "reduce": out_dim, "out_shape": {batch_dim, time_dim, out_2_dim}},
  "projection.reinterpret_data": {"class": "reinterpret_data", "from": "projection.dot", "set_dim_tags": {out_2_dim: out_dim}, "out_shape": {batch_dim, time_dim, out_dim}},
  "output": {"class": "combine", "kind": "add", "from": ["in.add", "projection.reinterpret_data"], "out_shape": {batch_dim, time_dim, out_dim}},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, out_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [out_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
}
