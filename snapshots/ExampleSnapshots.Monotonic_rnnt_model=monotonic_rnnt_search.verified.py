#!rnn.py
# Written by NetDsl from the model monotonic_rnnt_search: change the model, not this file.
from returnn.tensor import Dim, batch_dim
from returnn.tensor.marked_dim import ImplicitSparseDim
use_tensorflow = True
behavior_version = 21
task = "search"
train = {"class": "HDFDataset", "files": ["train.hdf"], "seq_ordering": "laplace:.1000"}
dev = {"class": "HDFDataset", "files": ["dev.hdf"]}
time_dim = Dim(None, name="time", kind=Dim.Types.Spatial)
audio_dim = Dim(40, name="audio", kind=Dim.Types.Feature)
aligned_dim = Dim(None, name="aligned", kind=Dim.Types.Spatial)
labels_dim = Dim(1030, name="labels", kind=Dim.Types.Feature)
blank_dim = Dim(1, name="blank", kind=Dim.Types.Feature)
labels_blank_dim = labels_dim + blank_dim
cells_dim = Dim(1024, name="cells", kind=Dim.Types.Feature)
ceil_time_3_dim = time_dim.ceildiv_right(3)
_2_cells_dim = 2 * cells_dim
ceil_time_6_dim = time_dim.ceildiv_right(6)
encoded_dim = Dim(256, name="encoded", kind=Dim.Types.Feature)
label_embed_dim = Dim(621, name="label_embed", kind=Dim.Types.Feature)
label_cells_dim = Dim(1024, name="label_cells", kind=Dim.Types.Feature)
embed_dim = Dim(128, name="embed", kind=Dim.Types.Feature)
frame_cells_dim = Dim(128, name="frame_cells", kind=Dim.Types.Feature)
readout_dim = Dim(1000, name="readout", kind=Dim.Types.Feature)
spoken_dim = Dim(None, name="spoken", kind=Dim.Types.Spatial)
extern_data = {
  "data": {"dim_tags": (batch_dim, time_dim, audio_dim), "dtype": "float32", "available_for_inference": True},
  "alignment": {"dim_tags": (batch_dim, aligned_dim), "dtype": "int32", "sparse_dim": labels_blank_dim},
}
network = {
  "encoder.lstms.layers.0.forward": {"class": "rec", "from": "data:data", "unit": "nativelstm2", "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/0/forward/rec", "out_shape": {time_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.0.backward": {"class": "rec", "from": "data:data", "unit": "nativelstm2", "direction": -1, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/0/backward/rec", "out_shape": {time_dim, batch_dim, cells_dim}},
  "encoder.lstms.pool": {"class": "pool", "from": ["encoder.lstms.layers.0.forward", "encoder.lstms.layers.0.backward"], "mode": "max", "pool_size": [3], "strides": [3], "padding": "same", "in_spatial_dims": [time_dim], "use_time_mask": False, "out_shape": {batch_dim, ceil_time_3_dim, _2_cells_dim}},
  "encoder.lstms.layers.1.forward": {"class": "rec", "from": "encoder.lstms.pool", "unit": "nativelstm2", "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/1/forward/rec", "out_shape": {ceil_time_3_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.1.backward": {"class": "rec", "from": "encoder.lstms.pool", "unit": "nativelstm2", "direction": -1, "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/1/backward/rec", "out_shape": {ceil_time_3_dim, batch_dim, cells_dim}},
  "encoder.lstms.pool_2": {"class": "pool", "from": ["encoder.lstms.layers.1.forward", "encoder.lstms.layers.1.backward"], "mode": "max", "pool_size": [2], "strides": [2], "padding": "same", "in_spatial_dims": [ceil_time_3_dim], "use_time_mask": False, "out_shape": {batch_dim, ceil_time_6_dim, _2_cells_dim}},
  "encoder.lstms.layers.2.forward": {"class": "rec", "from": "encoder.lstms.pool_2", "unit": "nativelstm2", "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/2/forward/rec", "out_shape": {ceil_time_6_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.2.backward": {"class": "rec", "from": "encoder.lstms.pool_2", "unit": "nativelstm2", "direction": -1, "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/2/backward/rec", "out_shape": {ceil_time_6_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.3.forward": {"class": "rec", "from": ["encoder.lstms.layers.2.forward", "encoder.lstms.layers.2.backward"], "unit": "nativelstm2", "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/3/forward/rec", "out_shape": {ceil_time_6_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.3.backward": {"class": "rec", "from": ["encoder.lstms.layers.2.forward", "encoder.lstms.layers.2.backward"], "unit": "nativelstm2", "direction": -1, "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/3/backward/rec", "out_shape": {ceil_time_6_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.4.forward": {"class": "rec", "from": ["encoder.lstms.layers.3.forward", "encoder.lstms.layers.3.backward"], "unit": "nativelstm2", "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/4/forward/rec", "out_shape": {ceil_time_6_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.4.backward": {"class": "rec", "from": ["encoder.lstms.layers.3.forward", "encoder.lstms.layers.3.backward"], "unit": "nativelstm2", "direction": -1, "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/4/backward/rec", "out_shape": {ceil_time_6_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.5.forward": {"class": "rec", "from": ["encoder.lstms.layers.4.forward", "encoder.lstms.layers.4.backward"], "unit": "nativelstm2", "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/5/forward/rec", "out_shape": {ceil_time_6_dim, batch_dim, cells_dim}},
  "encoder.lstms.layers.5.backward": {"class": "rec", "from": ["encoder.lstms.layers.4.forward", "encoder.lstms.layers.4.backward"], "unit": "nativelstm2", "direction": -1, "dropout": 0.3, "dropout_noise_shape": {"*": None}, "out_dim": cells_dim, "name_scope": "encoder/lstms/layers/5/backward/rec", "out_shape": {ceil_time_6_dim, batch_dim, cells_dim}},
  "encoder.bottleneck": {"class": "linear", "from": ["encoder.lstms.layers.5.forward", "encoder.lstms.layers.5.backward"], "out_dim": encoded_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "encoder/bottleneck", "out_shape": {ceil_time_6_dim, batch_dim, encoded_dim}},
  "decoder.loop": {"class": "rec", "from": [], "axis": ceil_time_6_dim, "unit": {
    "unstack": {"class": "rec_unstack", "from": "base:encoder.bottleneck", "axis": ceil_time_6_dim, "out_shape": {batch_dim, encoded_dim}},
    "compare": {"class": "compare", "from": "prev:output", "kind": "not_equal", "value": 1030, "out_shape": {batch_dim}},
    "masked": {"class": "masked_computation", "from": "prev:output", "mask": "compare",
      "unit": {"class": "subnetwork", "from": "data", "subnetwork": {
        "label_embed": {"class": "linear", "from": "data", "out_dim": label_embed_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "label_embed", "out_shape": {batch_dim, label_embed_dim}},
        "output": {"class": "rec", "from": "label_embed", "unit": "nativelstm2", "out_dim": label_cells_dim, "name_scope": "label_lstm/rec", "out_shape": {batch_dim, label_cells_dim}},
      }},
      "name_scope": "",
      "out_shape": {batch_dim, label_cells_dim},
    },
    "embed": {"class": "linear", "from": "prev:output", "out_dim": embed_dim, "activation": None, "with_bias": False, "forward_weights_init": "glorot_uniform", "name_scope": "embed", "out_shape": {batch_dim, embed_dim}},
    "frame_lstm": {"class": "rec", "from": ["unstack", "embed", "masked"], "unit": "nativelstm2", "out_dim": frame_cells_dim, "name_scope": "frame_lstm/rec", "out_shape": {batch_dim, frame_cells_dim}},
    "readout": {"class": "linear", "from": ["frame_lstm", "unstack", "masked"], "out_dim": readout_dim, "activation": "tanh", "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "readout", "out_shape": {batch_dim, readout_dim}},
    "label": {"class": "linear", "from": "readout", "out_dim": labels_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "label", "out_shape": {batch_dim, labels_dim}},
    "log_softmax": {"class": "softmax_over_spatial", "from": "label", "axis": labels_dim, "use_time_mask": False, "log_space": True, "out_shape": {batch_dim, labels_dim}},
    "emit": {"class": "linear", "from": "frame_lstm", "out_dim": blank_dim, "activation": None, "with_bias": True, "forward_weights_init": "glorot_uniform", "bias_init": 0.0, "name_scope": "emit", "out_shape": {batch_dim, blank_dim}},
    "squeeze": {"class": "squeeze", "from": "emit", "axis": blank_dim, "out_shape": {batch_dim}},
    "add": {"class": "eval", "from": ["log_softmax", "squeeze"], "eval": "source(0) + tf.math.log_sigmoid(source(1))", "out_shape": {batch_dim, labels_dim}},
    "log_sigmoid": {"class": "eval", "from": "emit", "eval": "tf.math.log_sigmoid(-source(0))", "out_shape": {batch_dim, blank_dim}},
    "concat": {"class": "concat", "from": [["add", labels_dim], ["log_sigmoid", blank_dim]], "out_shape": {batch_dim, labels_blank_dim}},
    "output": {"class": "choice", "from": "concat", "target": "alignment", "beam_size": 12, "input_type": "log_prob", "length_normalization": False, "out_shape": {batch_dim, ImplicitSparseDim(labels_blank_dim)}, "initial_output": 0},
  }, "target": "alignment", "name_scope": "decoder", "out_shape": {ceil_time_6_dim, batch_dim, ImplicitSparseDim(labels_blank_dim)}},
  "decide": {"class": "decide", "from": "decoder.loop", "length_normalization": False, "out_shape": {ceil_time_6_dim, batch_dim, ImplicitSparseDim(labels_blank_dim)}},
  "compare": {"class": "compare", "from": "decide", "kind": "not_equal", "value": 1030, "out_shape": {ceil_time_6_dim, batch_dim}},
  "output": {"class": "masked_computation", "from": "decide", "mask": "compare", "in_spatial_dim": ceil_time_6_dim, "out_spatial_dim": spoken_dim, "unit": {"class": "copy", "from": "data"}, "out_shape": {spoken_dim, batch_dim, ImplicitSparseDim(labels_blank_dim)}},
}
batch_size = 10000
max_seqs = 200
num_epochs = 150
optimizer = {"class": "adam", "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-08}
learning_rate = 0.001
model = "model/net"
