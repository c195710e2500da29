#!rnn.py
# Written by NetDsl from the model sample: change the model, not this file.
from returnn.tensor import Dim, batch_dim
from returnn.tensor.marked_dim import ImplicitDynSizeDim
use_tensorflow = True
behavior_version = 21
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
in_dim = Dim(3, name="in", kind=Dim.Types.Feature)
time_masks_dim = Dim(4, name="time_masks", kind=Dim.Types.Spatial)
extern_data = {"data": {"dim_tags": (batch_dim, time_dim, in_dim), "dtype": "float32", "available_for_inference": True}}
network = {
  "augment.global_train_step": {"class": "global_train_step", "from": [], "out_shape": set()},
  "augment.compare": {"class": "compare", "from": "augment.global_train_step", "kind": "greater_equal", "value": 1000, "out_shape": set()},
  "train_flag": {"class": "train_flag"},
  "augment.and": {"class": "combine", "kind": "logical_and", "from": ["train_flag", "augment.compare"], "out_shape": set()},
  "augment.cond": {"class": "cond", "from": [], "condition": "augment.and",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "length": {"class": "length", "from": "base:data:data", "axis": time_dim, "dtype": "int32", "out_shape": {batch_dim}},
      "rand_int": {"class": "rand_int", "from": [], "shape": [batch_dim, time_masks_dim], "minval": 0, "maxval": 1073741824, "dtype": "int32", "out_shape": {batch_dim, time_masks_dim}},
      "maximum": {"class": "eval", "from": "length", "eval": "tf.maximum(source(0), 1)", "out_shape": {batch_dim}},
      "combine": {"class": "combine", "from": ["rand_int", "maximum"], "kind": "floormod", "out_shape": {batch_dim, time_masks_dim}},
      "rand_int_2": {"class": "rand_int", "from": [], "shape": [batch_dim, time_masks_dim], "minval": 0, "maxval": 20, "dtype": "int32", "out_shape": {batch_dim, time_masks_dim}},
      "add": {"class": "combine", "kind": "add", "from": ["combine", "rand_int_2"], "out_shape": {batch_dim, time_masks_dim}},
      "range_in_axis": {"class": "range_in_axis", "from": "combine", "axis": time_masks_dim, "dtype": "int32", "out_shape": {time_masks_dim}},
      "mul": {"class": "eval", "from": "range_in_axis", "eval": "source(0) * 100", "out_shape": {time_masks_dim}},
      "compare": {"class": "compare", "from": ["mul", "length"], "kind": "less", "out_shape": {time_masks_dim, batch_dim}},
      "where": {"class": "switch", "condition": "compare", "true_from": "add", "false_from": -1, "out_shape": {time_masks_dim, batch_dim}},
      "range_in_axis_2": {"class": "range_in_axis", "from": "base:data:data", "axis": time_dim, "dtype": "int32", "out_shape": {time_dim, ImplicitDynSizeDim(batch_dim)}},
      "compare_2": {"class": "compare", "from": ["combine", "range_in_axis_2", "where"], "kind": "less_equal", "out_shape": {batch_dim, time_masks_dim, time_dim}},
      "any": {"class": "reduce", "from": "compare_2", "mode": "any", "axes": [time_masks_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
      "output": {"class": "switch", "condition": "any", "true_from": 0.0, "false_from": "base:data:data", "out_shape": {batch_dim, time_dim, in_dim}},
    }},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "copy", "from": "base:data:data", "out_shape": {batch_dim, time_dim, in_dim}},
    }},
    "out_shape": {batch_dim, time_dim, in_dim},
  },
  "square": {"class": "eval", "from": "augment.cond", "eval": "tf.square(source(0))", "out_shape": {batch_dim, time_dim, in_dim}},
  "energy": {"class": "reduce", "from": "square", "mode": "mean", "axes": [in_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}, "loss": "as_is"},
  "output": {"class": "copy", "from": "augment.cond", "out_shape": {batch_dim, time_dim, in_dim}},
}
