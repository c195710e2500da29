#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
from returnn.tensor.marked_dim import ImplicitDynSizeDim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
source_time_dim = Dim(None, name="source_time", kind=Dim.Types.Spatial)
encoded_dim = Dim(3, name="encoded", kind=Dim.Types.Feature)
out_dim = Dim(4, name="out", kind=Dim.Types.Feature)
qkv_dim = Dim(12, name="qkv", kind=Dim.Types.Feature)
heads_dim = Dim(2, name="heads", kind=Dim.Types.Spatial)
qkv_per_head_dim = Dim(6, name="qkv_per_head", kind=Dim.Types.Feature)
key_per_head_dim = Dim(2, name="key_per_head", kind=Dim.Types.Feature)
value_per_head_dim = Dim(2, name="value_per_head", kind=Dim.Types.Feature)
time_keys_dim = Dim(None, name="time_keys", kind=Dim.Types.Spatial)
out_2_dim = Dim(4, name="out_2", kind=Dim.Types.Feature)
key_dim = Dim(4, name="key", kind=Dim.Types.Feature)
heads_2_dim = Dim(2, name="heads_2", kind=Dim.Types.Spatial)
key_per_head_2_dim = Dim(2, name="key_per_head_2", kind=Dim.Types.Feature)
value_per_head_2_dim = Dim(2, name="value_per_head_2", kind=Dim.Types.Feature)
out_3_dim = Dim(4, name="out_3", kind=Dim.Types.Feature)
out_ff_dim = Dim(5, name="out_ff", kind=Dim.Types.Feature)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True},
  "source": {"dim_tags": (batch_dim, source_time_dim, encoded_dim), "dtype": "float32"},
}
network = {
  "in.W": {"class": "variable", "shape": [in_dim, out_dim], "param_name": "W", "name_scope": "in", "init": "glorot_uniform"},
  "in.dot": {"class": "dot", "from": ["data:data", "in.W"], "reduce": in_dim, "out_shape": {batch_dim, time_dim, out_dim}},
  "in.b": {"class": "variable", "shape": [out_dim], "param_name": "b", "name_scope": "in", "init": 0.0},
  "in.add": {"class": "combine", "kind": "add", "from": ["in.dot", "in.b"], "out_shape": {batch_dim, time_dim, out_dim}},
  "block.att_norm.mean": {"class": "reduce", "from": "in.add", "mode": "mean", "axes": [out_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "block.att_norm.sub": {"class": "combine", "kind": "sub", "from": ["in.add", "block.att_norm.mean"], "out_shape": {batch_dim, time_dim, out_dim}},
  "block.att_norm.square": {"class": "eval", "from": "block.att_norm.sub", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, out_dim}},
  "block.att_norm.mean_2": {"class": "reduce", "from": "block.att_norm.square", "mode": "mean", "axes": [out_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "block.att_norm.add": {"class": "eval", "from": "block.att_norm.mean_2", "eval": "source(0) + 1e-06", "out_shape": {batch_dim, time_dim}},
  "block.att_norm.rsqrt": {"class": "eval", "from": "block.att_norm.add", "eval": "tf.math.rsqrt(source(0))", "out_shape": {batch_dim, time_dim}},
  "block.att_norm.mul": {"class": "combine", "kind": "mul", "from": ["block.att_norm.sub", "block.att_norm.rsqrt"], "out_shape": {batch_dim, time_dim, out_dim}},
  "block.att_norm.scale": {"class": "variable", "shape": [out_dim], "param_name": "scale", "name_scope": "block/att_norm", "init": 1.0},
  "block.att_norm.mul_2": {"class": "combine", "kind": "mul", "from": ["block.att_norm.mul", "block.att_norm.scale"], "out_shape": {batch_dim, time_dim, out_dim}},
  "block.att_norm.bias": {"class": "variable", "shape": [out_dim], "param_name": "bias", "name_scope": "block/att_norm", "init": 0.0},
  "block.att_norm.add_2": {"class": "combine", "kind": "add", "from": ["block.att_norm.mul_2", "block.att_norm.bias"], "out_shape": {batch_dim, time_dim, out_dim}},
  "block.att.QKV": {"class": "variable", "shape": [out_dim, qkv_dim], "param_name": "QKV", "name_scope": "block/att", "init": "glorot_uniform"},
  "block.att.dot": {"class": "dot", "from": ["block.att_norm.add_2", "block.att.QKV"], "reduce": out_dim, "out_shape": {batch_dim, time_dim, qkv_dim}},
  "block.att.split_dims": {"class": "split_dims", "from": "block.att.dot", "axis": qkv_dim, "dims": [heads_dim, qkv_per_head_dim], "out_shape": {batch_dim, time_dim, heads_dim, qkv_per_head_dim}},
  "block.att.split": {"class": "split", "from": "block.att.split_dims", "axis": qkv_per_head_dim, "out_dims": [key_per_head_dim, key_per_head_dim, value_per_head_dim], "out_shape": {batch_dim, time_dim, heads_dim, qkv_per_head_dim}},
  "block.att.mul": {"class": "eval", "from": "block.att.split/0", "eval": "source(0) * 0.7071067811865476", "out_shape": {batch_dim, time_dim, heads_dim, key_per_head_dim}},
  "block.att.reinterpret_data": {"class": "reinterpret_data", "from": "block.att.split/1", "set_dim_tags": {time_dim: time_keys_dim}, "out_shape": {batch_dim, time_keys_dim, heads_dim, key_per_head_dim}},
  "block.att.reinterpret_data_2": {"class": "reinterpret_data", "from": "block.att.split/2", "set_dim_tags": {time_dim: time_keys_dim}, "out_shape": {batch_dim, time_keys_dim, heads_dim, value_per_head_dim}},
  "block.att.dot_2": {"class": "dot", "from": ["block.att.mul", "block.att.reinterpret_data"], "reduce": key_per_head_dim, "out_shape": {batch_dim, time_dim, heads_dim, time_keys_dim}},
  "block.att.range_in_axis": {"class": "range_in_axis", "from": "block.att_norm.add_2", "axis": time_dim, "dtype": "int32", "out_shape": {time_dim, ImplicitDynSizeDim(batch_dim)}},
  "block.att.range_in_axis_2": {"class": "range_in_axis", "from": "block.att.reinterpret_data", "axis": time_keys_dim, "dtype": "int32", "out_shape": {time_keys_dim, ImplicitDynSizeDim(batch_dim)}},
  "block.att.compare": {"class": "compare", "from": ["block.att.range_in_axis", "block.att.range_in_axis_2"], "kind": "greater_equal", "out_shape": {time_dim, time_keys_dim, ImplicitDynSizeDim(batch_dim)}},
  "block.att.where": {"class": "switch", "condition": "block.att.compare", "true_from": "block.att.dot_2", "false_from": -1e+30, "out_shape": {time_dim, time_keys_dim, batch_dim, heads_dim}},
  "block.att.softmax": {"class": "softmax_over_spatial", "from": "block.att.where", "axis": time_keys_dim, "use_time_mask": True, "out_shape": {time_dim, time_keys_dim, batch_dim, heads_dim}},
  "block.att.dropout": {"class": "dropout", "from": "block.att.softmax", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, time_keys_dim, batch_dim, heads_dim}},
  "block.att.dot_3": {"class": "dot", "from": ["block.att.dropout", "block.att.reinterpret_data_2"], "reduce": time_keys_dim, "out_shape": {time_dim, batch_dim, heads_dim, value_per_head_dim}},
  "block.att.merge_dims": {"class": "merge_dims", "from": "block.att.dot_3", "axes": [heads_dim, value_per_head_dim], "keep_order": True, "out_dim": out_dim, "out_shape": {time_dim, batch_dim, out_dim}},
  "block.dropout": {"class": "dropout", "from": "block.att.merge_dims", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, out_dim}},
  "block.att_out.W": {"class": "variable", "shape": [out_dim, out_2_dim], "param_name": "W", "name_scope": "block/att_out", "init": "glorot_uniform"},
  "block.att_out.dot": {"class": "dot", "from": ["block.dropout", "block.att_out.W"], "reduce": out_dim, "out_shape": {time_dim, batch_dim, out_2_dim}},
  "block.att_out.reinterpret_data": {"class": "reinterpret_data", "from": "block.att_out.dot", "set_dim_tags": {out_2_dim: out_dim}, "out_shape": {time_dim, batch_dim, out_dim}},
  "block.add": {"class": "combine", "kind": "add", "from": ["in.add", "block.att_out.reinterpret_data"], "out_shape": {batch_dim, time_dim, out_dim}},
  "block.cross_norm.mean": {"class": "reduce", "from": "block.add", "mode": "mean", "axes": [out_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "block.cross_norm.sub": {"class": "combine", "kind": "sub", "from": ["block.add", "block.cross_norm.mean"], "out_shape": {batch_dim, time_dim, out_dim}},
  "block.cross_norm.square": {"class": "eval", "from": "block.cross_norm.sub", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, out_dim}},
  "block.cross_norm.mean_2": {"class": "reduce", "from": "block.cross_norm.square", "mode": "mean", "axes": [out_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "block.cross_norm.add": {"class": "eval", "from": "block.cross_norm.mean_2", "eval": "source(0) + 1e-06", "out_shape": {batch_dim, time_dim}},
  "block.cross_norm.rsqrt": {"class": "eval", "from": "block.cross_norm.add", "eval": "tf.math.rsqrt(source(0))", "out_shape": {batch_dim, time_dim}},
  "block.cross_norm.mul": {"class": "combine", "kind": "mul", "from": ["block.cross_norm.sub", "block.cross_norm.rsqrt"], "out_shape": {batch_dim, time_dim, out_dim}},
  "block.cross_norm.scale": {"class": "variable", "shape": [out_dim], "param_name": "scale", "name_scope": "block/cross_norm", "init": 1.0},
  "block.cross_norm.mul_2": {"class": "combine", "kind": "mul", "from": ["block.cross_norm.mul", "block.cross_norm.scale"], "out_shape": {batch_dim, time_dim, out_dim}},
  "block.cross_norm.bias": {"class": "variable", "shape": [out_dim], "param_name": "bias", "name_scope": "block/cross_norm", "init": 0.0},
  "block.cross_norm.add_2": {"class": "combine", "kind": "add", "from": ["block.cross_norm.mul_2", "block.cross_norm.bias"], "out_shape": {batch_dim, time_dim, out_dim}},
  "block.cross.query.W": {"class": "variable", "shape": [out_dim, key_dim], "param_name": "W", "name_scope": "block/cross/query", "init": "glorot_uniform"},
  "block.cross.query.dot": {"class": "dot", "from": ["block.cross_norm.add_2", "block.cross.query.W"], "reduce": out_dim, "out_shape": {batch_dim, time_dim, key_dim}},
  "block.cross.key.W": {"class": "variable", "shape": [encoded_dim, key_dim], "param_name": "W", "name_scope": "block/cross/key", "init": "glorot_uniform"},
  "block.cross.key.dot": {"class": "dot", "from": ["data:source", "block.cross.key.W"], "reduce": encoded_dim, "out_shape": {batch_dim, source_time_dim, key_dim}},
  "block.cross.value.W": {"class": "variable", "shape": [encoded_dim, out_dim], "param_name": "W", "name_scope": "block/cross/value", "init": "glorot_uniform"},
  "block.cross.value.dot": {"class": "dot", "from": ["data:source", "block.cross.value.W"], "reduce": encoded_dim, "out_shape": {batch_dim, source_time_dim, out_dim}},
  "block.cross.split_dims": {"class": "split_dims", "from": "block.cross.query.dot", "axis": key_dim, "dims": [heads_2_dim, key_per_head_2_dim], "out_shape": {batch_dim, time_dim, heads_2_dim, key_per_head_2_dim}},
  "block.cross.split_dims_2": {"class": "split_dims", "from": "block.cross.key.dot", "axis": key_dim, "dims": [heads_2_dim, key_per_head_2_dim], "out_shape": {batch_dim, source_time_dim, heads_2_dim, key_per_head_2_dim}},
  "block.cross.mul": {"class": "eval", "from": "block.cross.split_dims_2", "eval": "source(0) * 0.7071067811865476", "out_shape": {batch_dim, source_time_dim, heads_2_dim, key_per_head_2_dim}},
  "block.cross.split_dims_3": {"class": "split_dims", "from": "block.cross.value.dot", "axis": out_dim, "dims": [heads_2_dim, value_per_head_2_dim], "out_shape": {batch_dim, source_time_dim, heads_2_dim, value_per_head_2_dim}},
  "block.cross.dot": {"class": "dot", "from": ["block.cross.split_dims", "block.cross.mul"], "reduce": key_per_head_2_dim, "out_shape": {batch_dim, time_dim, heads_2_dim, source_time_dim}},
  "block.cross.softmax": {"class": "softmax_over_spatial", "from": "block.cross.dot", "axis": source_time_dim, "use_time_mask": True, "out_shape": {batch_dim, time_dim, heads_2_dim, source_time_dim}},
  "block.cross.dropout": {"class": "dropout", "from": "block.cross.softmax", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, heads_2_dim, source_time_dim}},
  "block.cross.dot_2": {"class": "dot", "from": ["block.cross.dropout", "block.cross.split_dims_3"], "reduce": source_time_dim, "out_shape": {batch_dim, time_dim, heads_2_dim, value_per_head_2_dim}},
  "block.cross.merge_dims": {"class": "merge_dims", "from": "block.cross.dot_2", "axes": [heads_2_dim, value_per_head_2_dim], "keep_order": True, "out_dim": out_dim, "out_shape": {batch_dim, time_dim, out_dim}},
  "block.dropout_2": {"class": "dropout", "from": "block.cross.merge_dims", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, out_dim}},
  "block.cross_out.W": {"class": "variable", "shape": [out_dim, out_3_dim], "param_name": "W", "name_scope": "block/cross_out", "init": "glorot_uniform"},
  "block.cross_out.dot": {"class": "dot", "from": ["block.dropout_2", "block.cross_out.W"], "reduce": out_dim, "out_shape": {batch_dim, time_dim, out_3_dim}},
  "block.cross_out.reinterpret_data": {"class": "reinterpret_data", "from": "block.cross_out.dot", "set_dim_tags": {out_3_dim: out_dim}, "out_shape": {batch_dim, time_dim, out_dim}},
  "block.add_2": {"class": "combine", "kind": "add", "from": ["block.add", "block.cross_out.reinterpret_data"], "out_shape": {batch_dim, time_dim, out_dim}},
  "block.ff_norm.mean": {"class": "reduce", "from": "block.add_2", "mode": "mean", "axes": [out_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "block.ff_norm.sub": {"class": "combine", "kind": "sub", "from": ["block.add_2", "block.ff_norm.mean"], "out_shape": {batch_dim, time_dim, out_dim}},
  "block.ff_norm.square": {"class": "eval", "from": "block.ff_norm.sub", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, out_dim}},
  "block.ff_norm.mean_2": {"class": "reduce", "from": "block.ff_norm.square", "mode": "mean", "axes": [out_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "block.ff_norm.add": {"class": "eval", "from": "block.ff_norm.mean_2", "eval": "source(0) + 1e-06", "out_shape": {batch_dim, time_dim}},
  "block.ff_norm.rsqrt": {"class": "eval", "from": "block.ff_norm.add", "eval": "tf.math.rsqrt(source(0))", "out_shape": {batch_dim, time_dim}},
  "block.ff_norm.mul": {"class": "combine", "kind": "mul", "from": ["block.ff_norm.sub", "block.ff_norm.rsqrt"], "out_shape": {batch_dim, time_dim, out_dim}},
  "block.ff_norm.scale": {"class": "variable", "shape": [out_dim], "param_name": "scale", "name_scope": "block/ff_norm", "init": 1.0},
  "block.ff_norm.mul_2": {"class": "combine", "kind": "mul", "from": ["block.ff_norm.mul", "block.ff_norm.scale"], "out_shape": {batch_dim, time_dim, out_dim}},
  "block.ff_norm.bias": {"class": "variable", "shape": [out_dim], "param_name": "bias", "name_scope": "block/ff_norm", "init": 0.0},
  "block.ff_norm.add_2": {"class": "combine", "kind": "add", "from": ["block.ff_norm.mul_2", "block.ff_norm.bias"], "out_shape": {batch_dim, time_dim, out_dim}},
  "block.up.W": {"class": "variable", "shape": [out_dim, out_ff_dim], "param_name": "W", "name_scope": "block/up", "init": "glorot_uniform"},
  "block.up.dot": {"class": "dot", "from": ["block.ff_norm.add_2", "block.up.W"], "reduce": out_dim, "out_shape": {batch_dim, time_dim, out_ff_dim}},
  "block.up.b": {"class": "variable", "shape": [out_ff_dim], "param_name": "b", "name_scope": "block/up", "init": 0.0},
  "block.up.add": {"class": "combine", "kind": "add", "from": ["block.up.dot", "block.up.b"], "out_shape": {batch_dim, time_dim, out_ff_dim}},
  "block.relu": {"class": "activation", "from": "block.up.add", "activation": "relu", "out_shape": {batch_dim, time_dim, out_ff_dim}},
  "block.dropout_3": {"class": "dropout", "from": "block.relu", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, out_ff_dim}},
  "block.down.W": {"class": "variable", "shape": [out_ff_dim, out_dim], "param_name": "W", "name_scope": "block/down", "init": "glorot_uniform"},
  "block.down.dot": {"class": "dot", "from": ["block.dropout_3", "block.down.W"], "reduce": out_ff_dim, "out_shape": {batch_dim, time_dim, out_dim}},
  "block.down.b": {"class": "variable", "shape": [out_dim], "param_name": "b", "name_scope": "block/down", "init": 0.0},
  "block.down.add": {"class": "combine", "kind": "add", "from": ["block.down.dot", "block.down.b"], "out_shape": {batch_dim, time_dim, out_dim}},
  "output": {"class": "combine", "kind": "add", "from": ["block.add_2", "block.down.add"], "out_shape": {batch_dim, time_dim, out_dim}},
}
