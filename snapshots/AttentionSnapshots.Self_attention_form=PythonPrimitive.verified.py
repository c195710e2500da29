#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
qkv_dim = Dim(12, name="qkv", kind=Dim.Types.Feature)
heads_dim = Dim(2, name="heads", kind=Dim.Types.Spatial)
qkv_per_head_dim = Dim(6, name="qkv_per_head", kind=Dim.Types.Feature)
key_per_head_dim = Dim(2, name="key_per_head", kind=Dim.Types.Feature)
value_per_head_dim = Dim(2, name="value_per_head", kind=Dim.Types.Feature)
time_keys_dim = Dim(None, name="time_keys", kind=Dim.Types.Spatial)
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "att.QKV": {"class": "variable", "shape": [in_dim, qkv_dim], "param_name": "QKV", "name_scope": "att", "init": "glorot_uniform"},
  "att.dot": {"class": "dot", "from": ["data:data", "att.QKV"], "reduce": in_dim, "out_shape": {batch_dim, time_dim, qkv_dim}},
  "att.split_dims": {"class": "split_dims", "from": "att.dot", "axis": qkv_dim, "dims": [heads_dim, qkv_per_head_dim], "out_shape": {batch_dim, time_dim, heads_dim, qkv_per_head_dim}},
  "att.split": {"class": "split", "from": "att.split_dims", "axis": qkv_per_head_dim, "out_dims": [key_per_head_dim, key_per_head_dim, value_per_head_dim], "out_shape": {batch_dim, time_dim, heads_dim, qkv_per_head_dim}},
  "att.mul": {"class": "eval", "from": "att.split/0", "eval": "source(0) * 0.7071067811865476", "out_shape": {batch_dim, time_dim, heads_dim, key_per_head_dim}},
  "att.reinterpret_data": {"class": "reinterpret_data", "from": "att.split/1", "set_dim_tags": {time_dim: time_keys_dim}, "out_shape": {batch_dim, time_keys_dim, heads_dim, key_per_head_dim}},
  "att.reinterpret_data_2": {"class": "reinterpret_data", "from": "att.split/2", "set_dim_tags": {time_dim: time_keys_dim}, "out_shape": {batch_dim, time_keys_dim, heads_dim, value_per_head_dim}},
  "att.dot_2": {"class": "dot", "from": ["att.mul", "att.reinterpret_data"], "reduce": key_per_head_dim, "out_shape": {batch_dim, time_dim, heads_dim, time_keys_dim}},
  "att.softmax": {"class": "softmax_over_spatial", "from": "att.dot_2", "axis": time_keys_dim, "use_time_mask": True, "out_shape": {batch_dim, time_dim, heads_dim, time_keys_dim}},
  "att.dropout": {"class": "dropout", "from": "att.softmax", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, heads_dim, time_keys_dim}},
  "att.dot_3": {"class": "dot", "from": ["att.dropout", "att.reinterpret_data_2"], "reduce": time_keys_dim, "out_shape": {batch_dim, time_dim, heads_dim, value_per_head_dim}},
  "output": {"class": "merge_dims", "from": "att.dot_3", "axes": [heads_dim, value_per_head_dim], "keep_order": True, "out_dim": out_dim, "out_shape": {batch_dim, time_dim, out_dim}},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, out_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [out_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
}
