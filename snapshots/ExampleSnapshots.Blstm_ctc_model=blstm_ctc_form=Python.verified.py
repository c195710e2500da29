#!rnn.py
# Written by NetDsl from the model blstm_ctc: change the model, not this file.
from returnn.tensor import Dim, batch_dim
from returnn.tensor.marked_dim import ImplicitDynSizeDim
use_tensorflow = True
behavior_version = 21
task = "train"
train = {
  "class": "OggZipDataset",
  "path": "data/train.ogg.zip",
  "audio": {"features": "mfcc", "num_feature_filters": 40},
  "targets": {"bpe_file": "data/bpe.codes", "vocab_file": "data/bpe.vocab"},
  "seq_ordering": "laplace:.1000",
  "partition_epoch": 20,
}
dev = {
  "class": "OggZipDataset",
  "path": "data/dev.ogg.zip",
  "audio": {"features": "mfcc", "num_feature_filters": 40},
  "targets": {"bpe_file": "data/bpe.codes", "vocab_file": "data/bpe.vocab"},
  "seq_ordering": "sorted",
}
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
mfcc_dim = Dim(40, name="mfcc", kind=Dim.Types.Feature)
positions_dim = Dim(None, name="positions", kind=Dim.Types.Spatial)
subwords_dim = Dim(1056, name="subwords", kind=Dim.Types.Feature)
time_masks_dim = Dim(2, name="time_masks", kind=Dim.Types.Spatial)
feature_masks_dim = Dim(2, name="feature_masks", kind=Dim.Types.Spatial)
cells_dim = Dim(512, name="cells", kind=Dim.Types.Feature)
ceil_time_2_dim = time_dim.ceildiv_right(2)
_2_cells_dim = 2 * cells_dim
labels_dim = Dim(1057, name="labels", kind=Dim.Types.Feature)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, mfcc_dim), "dtype": "float32", "available_for_inference": True},
  "classes": {"dim_tags": (batch_dim, positions_dim), "dtype": "int32", "sparse_dim": subwords_dim},
}
network = {
  "train_flag": {"class": "train_flag"},
  "am.augment.cond": {"class": "cond", "from": [], "condition": "train_flag",
    "true_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "length": {"class": "length", "from": "base:data:data", "axis": time_dim, "dtype": "int32", "out_shape": {batch_dim}},
      "rand_int": {"class": "rand_int", "from": [], "shape": [batch_dim, time_masks_dim], "minval": 0, "maxval": 1073741824, "dtype": "int32", "out_shape": {batch_dim, time_masks_dim}},
      "maximum": {"class": "eval", "from": "length", "eval": "tf.maximum(source(0), 1)", "out_shape": {batch_dim}},
      "combine": {"class": "combine", "from": ["rand_int", "maximum"], "kind": "floormod", "out_shape": {batch_dim, time_masks_dim}},
      "rand_int_2": {"class": "rand_int", "from": [], "shape": [batch_dim, time_masks_dim], "minval": 0, "maxval": 20, "dtype": "int32", "out_shape": {batch_dim, time_masks_dim}},
      "add": {"class": "combine", "kind": "add", "from": ["combine", "rand_int_2"], "out_shape": {batch_dim, time_masks_dim}},
      "range_in_axis": {"class": "range_in_axis", "from": "base:data:data", "axis": time_dim, "dtype": "int32", "out_shape": {time_dim, ImplicitDynSizeDim(batch_dim)}},
      "compare": {"class": "compare", "from": ["combine", "range_in_axis", "add"], "kind": "less_equal", "out_shape": {batch_dim, time_masks_dim, time_dim}},
      "any": {"class": "reduce", "from": "compare", "mode": "any", "axes": [time_masks_dim], "use_time_mask": False, "out_shape": {batch_dim, time_dim}},
      "where": {"class": "switch", "condition": "any", "true_from": 0.0, "false_from": "base:data:data", "out_shape": {batch_dim, time_dim, mfcc_dim}},
      "rand_int_3": {"class": "rand_int", "from": [], "shape": [batch_dim, feature_masks_dim], "minval": 0, "maxval": 40, "dtype": "int32", "out_shape": {batch_dim, feature_masks_dim}},
      "rand_int_4": {"class": "rand_int", "from": [], "shape": [batch_dim, feature_masks_dim], "minval": 0, "maxval": 5, "dtype": "int32", "out_shape": {batch_dim, feature_masks_dim}},
      "add_2": {"class": "combine", "kind": "add", "from": ["rand_int_3", "rand_int_4"], "out_shape": {batch_dim, feature_masks_dim}},
      "range_in_axis_2": {"class": "range_in_axis", "from": "base:data:data", "axis": mfcc_dim, "dtype": "int32", "out_shape": {mfcc_dim}},
      "compare_2": {"class": "compare", "from": ["rand_int_3", "range_in_axis_2", "add_2"], "kind": "less_equal", "out_shape": {batch_dim, feature_masks_dim, mfcc_dim}},
      "any_2": {"class": "reduce", "from": "compare_2", "mode": "any", "axes": [feature_masks_dim], "use_time_mask": False, "out_shape": {batch_dim, mfcc_dim}},
      "output": {"class": "switch", "condition": "any_2", "true_from": 0.0, "false_from": "where", "out_shape": {batch_dim, mfcc_dim, time_dim}},
    }},
    "false_layer": {"class": "subnetwork", "from": [], "subnetwork": {
      "output": {"class": "copy", "from": "base:data:data", "out_shape": {batch_dim, time_dim, mfcc_dim}},
    }},
    "out_shape": {batch_dim, mfcc_dim, time_dim},
  },
  "am.lower.layers.0.forward": {"class": "rec", "from": "am.augment.cond", "unit": "nativelstm2", "out_dim": cells_dim, "name_scope": "am/lower/layers/0/forward/rec", "L2": 0.0001, "out_shape": {time_dim, batch_dim, cells_dim}},
  "am.lower.layers.0.backward": {"class": "rec", "from": "am.augment.cond", "unit": "nativelstm2", "direction": -1, "out_dim": cells_dim, "name_scope": "am/lower/layers/0/backward/rec", "L2": 0.0001, "out_shape": {time_dim, batch_dim, cells_dim}},
  "am.lower.layers.1.forward": {"class": "rec", "from": ["am.lower.layers.0.forward", "am.lower.layers.0.backward"], "unit": "nativelstm2", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "am/lower/layers/1/forward/rec", "L2": 0.0001, "out_shape": {time_dim, batch_dim, cells_dim}},
  "am.lower.layers.1.backward": {"class": "rec", "from": ["am.lower.layers.0.forward", "am.lower.layers.0.backward"], "unit": "nativelstm2", "direction": -1, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "am/lower/layers/1/backward/rec", "L2": 0.0001, "out_shape": {time_dim, batch_dim, cells_dim}},
  "am.lower.layers.2.forward": {"class": "rec", "from": ["am.lower.layers.1.forward", "am.lower.layers.1.backward"], "unit": "nativelstm2", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "am/lower/layers/2/forward/rec", "L2": 0.0001, "out_shape": {time_dim, batch_dim, cells_dim}},
  "am.lower.layers.2.backward": {"class": "rec", "from": ["am.lower.layers.1.forward", "am.lower.layers.1.backward"], "unit": "nativelstm2", "direction": -1, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "am/lower/layers/2/backward/rec", "L2": 0.0001, "out_shape": {time_dim, batch_dim, cells_dim}},
  "am.lower.pool": {"class": "pool", "from": ["am.lower.layers.2.forward", "am.lower.layers.2.backward"], "mode": "max", "pool_size": [2], "strides": [2], "padding": "same", "in_spatial_dims": [time_dim], "use_time_mask": False, "out_shape": {batch_dim, ceil_time_2_dim, _2_cells_dim}},
  "am.upper.layers.0.forward": {"class": "rec", "from": "am.lower.pool", "unit": "nativelstm2", "out_dim": cells_dim, "name_scope": "am/upper/layers/0/forward/rec", "L2": 0.0001, "out_shape": {ceil_time_2_dim, batch_dim, cells_dim}},
  "am.upper.layers.0.backward": {"class": "rec", "from": "am.lower.pool", "unit": "nativelstm2", "direction": -1, "out_dim": cells_dim, "name_scope": "am/upper/layers/0/backward/rec", "L2": 0.0001, "out_shape": {ceil_time_2_dim, batch_dim, cells_dim}},
  "am.upper.layers.1.forward": {"class": "rec", "from": ["am.upper.layers.0.forward", "am.upper.layers.0.backward"], "unit": "nativelstm2", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "am/upper/layers/1/forward/rec", "L2": 0.0001, "out_shape": {ceil_time_2_dim, batch_dim, cells_dim}},
  "am.upper.layers.1.backward": {"class": "rec", "from": ["am.upper.layers.0.forward", "am.upper.layers.0.backward"], "unit": "nativelstm2", "direction": -1, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "am/upper/layers/1/backward/rec", "L2": 0.0001, "out_shape": {ceil_time_2_dim, batch_dim, cells_dim}},
  "am.upper.layers.2.forward": {"class": "rec", "from": ["am.upper.layers.1.forward", "am.upper.layers.1.backward"], "unit": "nativelstm2", "dropout": 0.1, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "am/upper/layers/2/forward/rec", "L2": 0.0001, "out_shape": {ceil_time_2_dim, batch_dim, cells_dim}},
  "am.upper.layers.2.backward": {"class": "rec", "from": ["am.upper.layers.1.forward", "am.upper.layers.1.backward"], "unit": "nativelstm2", "direction": -1, "dropout": 0.1, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "am/upper/layers/2/backward/rec", "L2": 0.0001, "out_shape": {ceil_time_2_dim, batch_dim, cells_dim}},
  "am.early": {"class": "linear", "from": "am.lower.pool", "in_dim": _2_cells_dim, "out_dim": labels_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "am/early", "L2": 0.0001, "out_shape": {batch_dim, ceil_time_2_dim, labels_dim}},
  "am.output": {"class": "linear", "from": ["am.upper.layers.2.forward", "am.upper.layers.2.backward"], "out_dim": labels_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "am/output", "L2": 0.0001, "out_shape": {ceil_time_2_dim, batch_dim, labels_dim}},
  "ctc_early": {"class": "ctc_loss", "from": [], "logits": "am.early", "targets": "data:classes", "logits_normalized": False, "blank_index": 1056, "max_approx": False, "label_loop": True, "out_shape": {batch_dim}, "loss": "as_is", "loss_opts": {"scale": 0.3}},
  "ctc": {"class": "ctc_loss", "from": [], "logits": "am.output", "targets": "data:classes", "logits_normalized": False, "blank_index": 1056, "max_approx": False, "label_loop": True, "out_shape": {batch_dim}, "loss": "as_is"},
  "output": {"class": "softmax_over_spatial", "from": "am.output", "axis": labels_dim, "use_time_mask": False, "out_shape": {ceil_time_2_dim, batch_dim, labels_dim}},
}
batch_size = 20000
max_seqs = 64
num_epochs = 160
optimizer = {"class": "adam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-08}
learning_rate = 0.0005
model = "model/net"
gradient_noise = 0.1
