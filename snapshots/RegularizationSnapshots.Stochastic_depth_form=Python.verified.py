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
  "depth.rand_int": {"class": "rand_int", "from": [], "shape": [], "minval": 0, "maxval": 1, "dtype": "float32", "out_shape": set()},
  "depth.compare": {"class": "compare", "from": "depth.rand_int", "kind": "greater_equal", "value": 0.25, "out_shape": set()},
  "train_flag": {"class": "train_flag"},
  "depth.not": {"class": "eval", "from": "train_flag", "eval": "tf.logical_not(source(0))", "out_shape": set()},
  "depth.or": {"class": "combine", "kind": "logical_or", "from": ["depth.not", "depth.compare"], "out_shape": set()},
  "block.steps.0.W": {"class": "variable", "shape": [in_dim, out_dim], "param_name": "W", "name_scope": "block/steps/0", "init": "glorot_uniform"},
  "block.steps.0.b": {"class": "variable", "shape": [out_dim], "param_name": "b", "name_scope": "block/steps/0", "init": 0.0},
  "block.steps.1.W": {"class": "variable", "shape": [out_dim, in_dim], "param_name": "W", "name_scope": "block/steps/1", "init": "glorot_uniform"},
  "block.steps.1.b": {"class": "variable", "shape": [in_dim], "param_name": "b", "name_scope": "block/steps/1", "init": 0.0},
  "depth.cond": {"class": "cond", "from": [], "condition": "depth.or",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "block.steps.0.linear": {"class": "linear", "from": "base:data:data", "in_dim": in_dim, "out_dim": out_dim, "activation": None, "with_bias": True, "reuse_params": {"map": {"W": {"layer_output": "base:block.steps.0.W"}, "b": {"layer_output": "base:block.steps.0.b"}}}, "out_shape": {batch_dim, time_dim, out_dim}},
      "block.steps.1.linear": {"class": "linear", "from": "block.steps.0.linear", "in_dim": out_dim, "out_dim": in_dim, "activation": "relu", "with_bias": True, "reuse_params": {"map": {"W": {"layer_output": "base:block.steps.1.W"}, "b": {"layer_output": "base:block.steps.1.b"}}}, "out_shape": {batch_dim, time_dim, in_dim}},
      "where": {"class": "switch", "condition": "base:train_flag", "true_from": 1.3333333333333333, "false_from": 1.0, "out_shape": set()},
      "output": {"class": "eval", "from": ["base:data:data", "block.steps.1.linear", "where"], "eval": "source(0) + source(1) * source(2)", "out_shape": {batch_dim, time_dim, in_dim}},
    }},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "copy", "from": "base:data:data", "out_shape": {batch_dim, time_dim, in_dim}},
    }},
    "out_shape": {batch_dim, time_dim, in_dim},
  },
  "square": {"class": "eval", "from": "depth.cond", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
  "output": {"class": "copy", "from": "depth.cond", "out_shape": {batch_dim, time_dim, in_dim}},
}
