#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
model_dim = Dim(6, name="model", kind=Dim.Types.Feature)
model_ff_dim = Dim(24, name="model_ff", kind=Dim.Types.Feature)
model_gated_dim = Dim(12, name="model_gated", kind=Dim.Types.Feature)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "encoder.input": {"class": "linear", "from": "data:data", "in_dim": in_dim, "out_dim": model_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "encoder/input", "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.ff1.norm": {"class": "layer_norm", "from": "encoder.input", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "encoder/blocks/0/ff1/norm", "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.ff1.up": {"class": "linear", "from": "encoder.blocks.0.ff1.norm", "in_dim": model_dim, "out_dim": model_ff_dim, "activation": "swish", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "encoder/blocks/0/ff1/up", "out_shape": {batch_dim, time_dim, model_ff_dim}},
  "encoder.blocks.0.ff1.down": {"class": "linear", "from": "encoder.blocks.0.ff1.up", "in_dim": model_ff_dim, "out_dim": model_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "encoder/blocks/0/ff1/down", "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.ff1.add": {"class": "eval", "from": ["encoder.input", "encoder.blocks.0.ff1.down"], "eval": "source(0) + 0.5 * source(1)", "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.att.norm": {"class": "layer_norm", "from": "encoder.blocks.0.ff1.add", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "encoder/blocks/0/att/norm", "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.att.heads": {"class": "self_attention", "from": "encoder.blocks.0.att.norm", "num_heads": 2, "total_key_dim": 6, "out_dim": model_dim, "attention_left_only": False, "forward_weights_init": "glorot_uniform", "name_scope": "encoder/blocks/0/att/heads", "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.att.out": {"class": "linear", "from": "encoder.blocks.0.att.heads", "in_dim": model_dim, "out_dim": model_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "encoder/blocks/0/att/out", "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.att.add": {"class": "combine", "kind": "add", "from": ["encoder.blocks.0.ff1.add", "encoder.blocks.0.att.out"], "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.conv.norm": {"class": "layer_norm", "from": "encoder.blocks.0.att.add", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "encoder/blocks/0/conv/norm", "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.conv.up": {"class": "linear", "from": "encoder.blocks.0.conv.norm", "in_dim": model_dim, "out_dim": model_gated_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "encoder/blocks/0/conv/up", "out_shape": {batch_dim, time_dim, model_gated_dim}},
  "encoder.blocks.0.conv.gate": {"class": "gating", "from": "encoder.blocks.0.conv.up", "activation": None, "gate_activation": "sigmoid", "out_dim": model_dim, "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.conv.depthwise": {"class": "conv", "from": "encoder.blocks.0.conv.gate", "filter_size": [3], "padding": "same", "strides": [1], "dilation_rate": [1], "groups": 6, "in_dim": model_dim, "in_spatial_dims": [time_dim], "out_dim": model_dim, "with_bias": True, "activation": None, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "encoder/blocks/0/conv/depthwise", "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.conv.batch_norm": {"class": "batch_norm", "from": "encoder.blocks.0.conv.depthwise", "in_dim": model_dim, "momentum": 0.1, "epsilon": 0.001, "use_shift": True, "use_std": True, "use_sample": 0.0, "force_sample": False, "update_sample_only_in_training": True, "delay_sample_update": True, "param_version": 2, "masked_time": False, "gamma_init": 1.0, "beta_init": 0.0, "name_scope": "encoder/blocks/0/conv/batch_norm", "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.conv.swish": {"class": "activation", "from": "encoder.blocks.0.conv.batch_norm", "activation": "swish", "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.conv.down": {"class": "linear", "from": "encoder.blocks.0.conv.swish", "in_dim": model_dim, "out_dim": model_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "encoder/blocks/0/conv/down", "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.conv.add": {"class": "combine", "kind": "add", "from": ["encoder.blocks.0.att.add", "encoder.blocks.0.conv.down"], "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.ff2.norm": {"class": "layer_norm", "from": "encoder.blocks.0.conv.add", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "encoder/blocks/0/ff2/norm", "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.ff2.up": {"class": "linear", "from": "encoder.blocks.0.ff2.norm", "in_dim": model_dim, "out_dim": model_ff_dim, "activation": "swish", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "encoder/blocks/0/ff2/up", "out_shape": {batch_dim, time_dim, model_ff_dim}},
  "encoder.blocks.0.ff2.down": {"class": "linear", "from": "encoder.blocks.0.ff2.up", "in_dim": model_ff_dim, "out_dim": model_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "encoder/blocks/0/ff2/down", "out_shape": {batch_dim, time_dim, model_dim}},
  "encoder.blocks.0.ff2.add": {"class": "eval", "from": ["encoder.blocks.0.conv.add", "encoder.blocks.0.ff2.down"], "eval": "source(0) + 0.5 * source(1)", "out_shape": {batch_dim, time_dim, model_dim}},
  "output": {"class": "layer_norm", "from": "encoder.blocks.0.ff2.add", "in_dim": model_dim, "epsilon": 1e-06, "name_scope": "encoder/blocks/0/norm", "out_shape": {batch_dim, time_dim, model_dim}},
  "square": {"class": "eval", "from": "output", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, model_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [model_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
}
