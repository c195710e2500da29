#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
from returnn.tensor.marked_dim import ImplicitDynSizeDim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
model_dim = Dim(6, name="model", kind=Dim.Types.Feature)
qkv_dim = Dim(18, name="qkv", kind=Dim.Types.Feature)
heads_dim = Dim(2, name="heads", kind=Dim.Types.Spatial)
qkv_per_head_dim = Dim(9, name="qkv_per_head", kind=Dim.Types.Feature)
key_per_head_dim = Dim(3, name="key_per_head", kind=Dim.Types.Feature)
value_per_head_dim = Dim(3, name="value_per_head", kind=Dim.Types.Feature)
time_keys_dim = Dim(None, name="time_keys", kind=Dim.Types.Spatial)
model_2_dim = Dim(6, name="model_2", kind=Dim.Types.Feature)
model_ff_dim = Dim(24, name="model_ff", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "in.W": {"class": "variable", "shape": [in_dim, model_dim], "param_name": "W", "name_scope": "in", "init": "glorot_uniform"},
  "in.dot": {"class": "dot", "from": ["data:data", "in.W"], "reduce": in_dim, "out_shape": {batch_dim, time_dim, model_dim}},
  "in.b": {"class": "variable", "shape": [model_dim], "param_name": "b", "name_scope": "in", "init": 0.0},
  "in.add": {"class": "combine", "kind": "add", "from": ["in.dot", "in.b"], "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.att_norm.mean": {"class": "reduce", "from": "in.add", "mode": "mean", "axes": [model_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "encoder.blocks.0.att_norm.sub": {"class": "combine", "kind": "sub", "from": ["in.add", "encoder.blocks.0.att_norm.mean"], "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.att_norm.square": {"class": "eval", "from": "encoder.blocks.0.att_norm.sub", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.att_norm.mean_2": {"class": "reduce", "from": "encoder.blocks.0.att_norm.square", "mode": "mean", "axes": [model_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "encoder.blocks.0.att_norm.add": {"class": "eval", "from": "encoder.blocks.0.att_norm.mean_2", "eval": "source(0) + 1e-06", "out_shape": {batch_dim, time_dim}},
  "encoder.blocks.0.att_norm.rsqrt": {"class": "eval", "from": "encoder.blocks.0.att_norm.add", "eval": "tf.math.rsqrt(source(0))", "out_shape": {batch_dim, time_dim}},
  "encoder.blocks.0.att_norm.mul": {"class": "combine", "kind": "mul", "from": ["encoder.blocks.0.att_norm.sub", "encoder.blocks.0.att_norm.rsqrt"], "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.att_norm.scale": {"class": "variable", "shape": [model_dim], "param_name": "scale", "name_scope": "encoder/blocks/0/att_norm", "init": 1.0},
  "encoder.blocks.0.att_norm.mul_2": {"class": "combine", "kind": "mul", "from": ["encoder.blocks.0.att_norm.mul", "encoder.blocks.0.att_norm.scale"], "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.att_norm.bias": {"class": "variable", "shape": [model_dim], "param_name": "bias", "name_scope": "encoder/blocks/0/att_norm", "init": 0.0},
  "encoder.blocks.0.att_norm.add_2": {"class": "combine", "kind": "add", "from": ["encoder.blocks.0.att_norm.mul_2", "encoder.blocks.0.att_norm.bias"], "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.att.QKV": {"class": "variable", "shape": [model_dim, qkv_dim], "param_name": "QKV", "name_scope": "encoder/blocks/0/att", "init": "glorot_uniform"},
  "encoder.blocks.0.att.dot": {"class": "dot", "from": ["encoder.blocks.0.att_norm.add_2", "encoder.blocks.0.att.QKV"], "reduce": model_dim, "out_shape": {batch_dim, time_dim, qkv_dim}},
  "encoder.blocks.0.att.split_dims": {"class": "split_dims", "from": "encoder.blocks.0.att.dot", "axis": qkv_dim, "dims": [heads_dim, qkv_per_head_dim], "out_shape": {batch_dim, time_dim, heads_dim, qkv_per_head_dim}},
  "encoder.blocks.0.att.split": {"class": "split", "from": "encoder.blocks.0.att.split_dims", "axis": qkv_per_head_dim, "out_dims": [key_per_head_dim, key_per_head_dim, value_per_head_dim], "out_shape": {batch_dim, time_dim, heads_dim, qkv_per_head_dim}},
  "encoder.blocks.0.att.mul": {"class": "eval", "from": "encoder.blocks.0.att.split/0", "eval": "source(0) * 0.5773502691896257", "out_shape": {batch_dim, time_dim, heads_dim, key_per_head_dim}},
  "encoder.blocks.0.att.reinterpret_data": {"class": "reinterpret_data", "from": "encoder.blocks.0.att.split/1", "set_dim_tags": {time_dim: time_keys_dim}, "out_shape": {batch_dim, time_keys_dim, heads_dim, key_per_head_dim}},
  "encoder.blocks.0.att.reinterpret_data_2": {"class": "reinterpret_data", "from": "encoder.blocks.0.att.split/2", "set_dim_tags": {time_dim: time_keys_dim}, "out_shape": {batch_dim, time_keys_dim, heads_dim, value_per_head_dim}},
  "encoder.blocks.0.att.dot_2": {"class": "dot", "from": ["encoder.blocks.0.att.mul", "encoder.blocks.0.att.reinterpret_data"], "reduce": key_per_head_dim, "out_shape": {batch_dim, time_dim, heads_dim, time_keys_dim}},
  "encoder.blocks.0.positions": {"class": "relative_positional_encoding", "from": "encoder.blocks.0.att_norm.add_2", "out_dim": key_per_head_dim, "clipping": 4, "query_spatial_dim": time_dim, "key_value_spatial_dim": time_keys_dim, "forward_weights_init": "glorot_uniform", "name_scope": "encoder/blocks/0/positions", "out_shape": {time_dim, time_keys_dim, key_per_head_dim, ImplicitDynSizeDim(batch_dim)}},
  "encoder.blocks.0.att.dot_3": {"class": "dot", "from": ["encoder.blocks.0.att.mul", "encoder.blocks.0.positions"], "reduce": key_per_head_dim, "out_shape": {batch_dim, time_dim, heads_dim, time_keys_dim}},
  "encoder.blocks.0.att.add": {"class": "combine", "kind": "add", "from": ["encoder.blocks.0.att.dot_2", "encoder.blocks.0.att.dot_3"], "out_shape": {batch_dim, time_dim, heads_dim, time_keys_dim}},
  "encoder.blocks.0.att.softmax": {"class": "softmax_over_spatial", "from": "encoder.blocks.0.att.add", "axis": time_keys_dim, "use_time_mask": True, "out_shape": {batch_dim, time_dim, heads_dim, time_keys_dim}},
  "encoder.blocks.0.att.dropout": {"class": "dropout", "from": "encoder.blocks.0.att.softmax", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, heads_dim, time_keys_dim}},
  "encoder.blocks.0.att.dot_4": {"class": "dot", "from": ["encoder.blocks.0.att.dropout", "encoder.blocks.0.att.reinterpret_data_2"], "reduce": time_keys_dim, "out_shape": {batch_dim, time_dim, heads_dim, value_per_head_dim}},
  "encoder.blocks.0.att.merge_dims": {"class": "merge_dims", "from": "encoder.blocks.0.att.dot_4", "axes": [heads_dim, value_per_head_dim], "keep_order": True, "out_dim": model_dim, "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.dropout": {"class": "dropout", "from": "encoder.blocks.0.att.merge_dims", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.att_out.W": {"class": "variable", "shape": [model_dim, model_2_dim], "param_name": "W", "name_scope": "encoder/blocks/0/att_out", "init": "glorot_uniform"},
  "encoder.blocks.0.att_out.dot": {"class": "dot", "from": ["encoder.blocks.0.dropout", "encoder.blocks.0.att_out.W"], "reduce": model_dim, "out_shape": {batch_dim, time_dim, model_2_dim}},
  "encoder.blocks.0.att_out.reinterpret_data": {"class": "reinterpret_data", "from": "encoder.blocks.0.att_out.dot", "set_dim_tags": {model_2_dim: model_dim}, "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.dropout_2": {"class": "dropout", "from": "encoder.blocks.0.att_out.reinterpret_data", "dropout": 0.2, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.add": {"class": "combine", "kind": "add", "from": ["in.add", "encoder.blocks.0.dropout_2"], "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.ff_norm.mean": {"class": "reduce", "from": "encoder.blocks.0.add", "mode": "mean", "axes": [model_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "encoder.blocks.0.ff_norm.sub": {"class": "combine", "kind": "sub", "from": ["encoder.blocks.0.add", "encoder.blocks.0.ff_norm.mean"], "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.ff_norm.square": {"class": "eval", "from": "encoder.blocks.0.ff_norm.sub", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.ff_norm.mean_2": {"class": "reduce", "from": "encoder.blocks.0.ff_norm.square", "mode": "mean", "axes": [model_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "encoder.blocks.0.ff_norm.add": {"class": "eval", "from": "encoder.blocks.0.ff_norm.mean_2", "eval": "source(0) + 1e-06", "out_shape": {batch_dim, time_dim}},
  "encoder.blocks.0.ff_norm.rsqrt": {"class": "eval", "from": "encoder.blocks.0.ff_norm.add", "eval": "tf.math.rsqrt(source(0))", "out_shape": {batch_dim, time_dim}},
  "encoder.blocks.0.ff_norm.mul": {"class": "combine", "kind": "mul", "from": ["encoder.blocks.0.ff_norm.sub", "encoder.blocks.0.ff_norm.rsqrt"], "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.ff_norm.scale": {"class": "variable", "shape": [model_dim], "param_name": "scale", "name_scope": "encoder/blocks/0/ff_norm", "init": 1.0},
  "encoder.blocks.0.ff_norm.mul_2": {"class": "combine", "kind": "mul", "from": ["encoder.blocks.0.ff_norm.mul", "encoder.blocks.0.ff_norm.scale"], "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.ff_norm.bias": {"class": "variable", "shape": [model_dim], "param_name": "bias", "name_scope": "encoder/blocks/0/ff_norm", "init": 0.0},
  "encoder.blocks.0.ff_norm.add_2": {"class": "combine", "kind": "add", "from": ["encoder.blocks.0.ff_norm.mul_2", "encoder.blocks.0.ff_norm.bias"], "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.up.W": {"class": "variable", "shape": [model_dim, model_ff_dim], "param_name": "W", "name_scope": "encoder/blocks/0/up", "init": "glorot_uniform"},
  "encoder.blocks.0.up.dot": {"class": "dot", "from": ["encoder.blocks.0.ff_norm.add_2", "encoder.blocks.0.up.W"], "reduce": model_dim, "out_shape": {batch_dim, time_dim, model_ff_dim}},
  "encoder.blocks.0.up.b": {"class": "variable", "shape": [model_ff_dim], "param_name": "b", "name_scope": "encoder/blocks/0/up", "init": 0.0},
  "encoder.blocks.0.up.add": {"class": "combine", "kind": "add", "from": ["encoder.blocks.0.up.dot", "encoder.blocks.0.up.b"], "out_shape": {batch_dim, time_dim, model_ff_dim}},
  "encoder.blocks.0.relu": {"class": "activation", "from": "encoder.blocks.0.up.add", "activation": "relu", "out_shape": {batch_dim, time_dim, model_ff_dim}},
  "encoder.blocks.0.dropout_3": {"class": "dropout", "from": "encoder.blocks.0.relu", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_ff_dim}},
  "encoder.blocks.0.down.W": {"class": "variable", "shape": [model_ff_dim, model_dim], "param_name": "W", "name_scope": "encoder/blocks/0/down", "init": "glorot_uniform"},
  "encoder.blocks.0.down.dot": {"class": "dot", "from": ["encoder.blocks.0.dropout_3", "encoder.blocks.0.down.W"], "reduce": model_ff_dim, "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.down.b": {"class": "variable", "shape": [model_dim], "param_name": "b", "name_scope": "encoder/blocks/0/down", "init": 0.0},
  "encoder.blocks.0.down.add": {"class": "combine", "kind": "add", "from": ["encoder.blocks.0.down.dot", "encoder.blocks.0.down.b"], "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.dropout_4": {"class": "dropout", "from": "encoder.blocks.0.down.add", "dropout": 0.2, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.add_2": {"class": "combine", "kind": "add", "from": ["encoder.blocks.0.add", "encoder.blocks.0.dropout_4"], "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.norm.mean": {"class": "reduce", "from": "encoder.blocks.0.add_2", "mode": "mean", "axes": [model_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "encoder.norm.sub": {"class": "combine", "kind": "sub", "from": ["encoder.blocks.0.add_2", "encoder.norm.mean"], "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.norm.square": {"class": "eval", "from": "encoder.norm.sub", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.norm.mean_2": {"class": "reduce", "from": "encoder.norm.square", "mode": "mean", "axes": [model_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
  "encoder.norm.add": {"class": "eval", "from": "encoder.norm.mean_2", "eval": "source(0) + 1e-06", "out_shape": {batch_dim, time_dim}},
  "encoder.norm.rsqrt": {"class": "eval", "from": "encoder.norm.add", "eval": "tf.math.rsqrt(source(0))", "out_shape": {batch_dim, time_dim}},
  "encoder.norm.mul": {"class": "combine", "kind": "mul", "from": ["encoder.norm.sub", "encoder.norm.rsqrt"], "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.norm.scale": {"class": "variable", "shape": [model_dim], "param_name": "scale", "name_scope": "encoder/norm", "init": 1.0},
  "encoder.norm.mul_2": {"class": "combine", "kind": "mul", "from": ["encoder.norm.mul", "encoder.norm.scale"], "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.norm.bias": {"class": "variable", "shape": [model_dim], "param_name": "bias", "name_scope": "encoder/norm", "init": 0.0},
  "output": {"class": "combine", "kind": "add", "from": ["encoder.norm.mul_2", "encoder.norm.bias"], "out_shape": {batch_dim, time_dim, model_dim}},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, model_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [model_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
}
