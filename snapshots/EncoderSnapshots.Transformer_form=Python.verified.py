#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
model_dim = Dim(6, name="model", kind=Dim.Types.Feature)
model_ff_dim = Dim(24, name="model_ff", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "in": {"class": "linear", "from": "data:data", "in_dim": in_dim, "out_dim": model_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "in", "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.positions.positional_encoding": {"class": "positional_encoding", "from": "in", "axis": time_dim, "add_to_input": True, "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.att_norm": {"class": "layer_norm", "from": "encoder.positions.positional_encoding", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "encoder/blocks/0/att_norm", "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.att": {"class": "self_attention", "from": "encoder.blocks.0.att_norm", "num_heads": 2, "total_key_dim": 6, "out_dim": model_dim, "attention_left_only": True, "attention_dropout": 0.1, "forward_weights_init": "glorot_uniform", "name_scope": "encoder/blocks/0/att", "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.att_out": {"class": "linear", "from": "encoder.blocks.0.att", "in_dim": model_dim, "out_dim": model_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "encoder/blocks/0/att_out", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {time_dim, batch_dim, model_dim}},
  "encoder.blocks.0.add": {"class": "combine", "kind": "add", "from": ["encoder.positions.positional_encoding", "encoder.blocks.0.att_out"], "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.ff_norm": {"class": "layer_norm", "from": "encoder.blocks.0.add", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "encoder/blocks/0/ff_norm", "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.up": {"class": "linear", "from": "encoder.blocks.0.ff_norm", "in_dim": model_dim, "out_dim": model_ff_dim, "activation": "relu", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "encoder/blocks/0/up", "out_shape": {batch_dim, time_dim, model_ff_dim}},
  "encoder.blocks.0.down": {"class": "linear", "from": "encoder.blocks.0.up", "in_dim": model_ff_dim, "out_dim": model_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "encoder/blocks/0/down", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "dropout_on_forward": False, "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.add_2": {"class": "combine", "kind": "add", "from": ["encoder.blocks.0.add", "encoder.blocks.0.down"], "out_shape": {batch_dim, time_dim, model_dim}},
  "output": {"class": "layer_norm", "from": "encoder.blocks.0.add_2", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "encoder/norm", "out_shape": {batch_dim, time_dim, model_dim}},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, model_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [model_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
}
