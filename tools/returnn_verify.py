#!/usr/bin/env python3
"""
Builds the net of a config in RETURNN, and prints what RETURNN made of it as JSON, for `netdsl verify CONFIG --against REPORT`:
the dims of each layer, the parameters and their shapes, and how many TensorFlow operations each layer has.

Needs RETURNN and TensorFlow: python3 returnn_verify.py net.py > report.json
RETURNN is looked for where Python looks, or in --returnn DIR (or $RETURNN_ROOT).
"""

import argparse
import collections
import contextlib
import json
import os
import sys


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("config", help="a config in Python or JSON")
    parser.add_argument("--returnn", default=os.environ.get("RETURNN_ROOT"), help="where RETURNN is")
    parser.add_argument("--train", action="store_true", help="build the net with its training flag on")
    return parser.parse_args()


def build(path, train):
    """:return: the net, with all layers built"""
    import tensorflow as tf
    from returnn.config import Config, set_global_config
    from returnn.log import log
    from returnn.tf.network import TFNetwork

    tf.compat.v1.disable_eager_execution()
    log.initialize(verbosity=[1])
    config = Config()
    config.load_file(path)
    set_global_config(config)
    network = TFNetwork(config=config, train_flag=train, eval_flag=True, name="root")
    network.construct_from_dict(config.typed_value("network"))
    network.get_total_loss()
    return network


def kind_of(dim):
    if dim.is_batch_dim():
        return "batch"
    return "feature" if dim.is_feature_dim() else "spatial"


def size_of(dim):
    return None if dim.is_batch_dim() or dim.dimension is None else int(dim.dimension)


def layers_of(network, prefix=""):
    """:return: pairs of path and layer, with those inside of subnetworks"""
    for name, layer in sorted(network.layers.items()):
        yield prefix + name, layer
        inner = getattr(layer, "subnetwork", None)
        if inner is not None and hasattr(inner, "layers"):
            yield from layers_of(inner, prefix + name + "/")


def dims_of(layer):
    return [[dim.description, kind_of(dim), size_of(dim)] for dim in layer.output.dim_tags]


def operations(network):
    """:return: for each layer the number of TensorFlow operations in its name scope"""
    import tensorflow as tf

    scopes = {layer.get_absolute_name_scope_prefix(): path for path, layer in layers_of(network)}
    counts = collections.Counter()
    for operation in tf.compat.v1.get_default_graph().get_operations():
        name = operation.name + "/"
        while "/" in name.rstrip("/"):
            name = name.rstrip("/").rsplit("/", 1)[0] + "/"
            if name in scopes:
                counts[scopes[name]] += 1
                break
    return dict(sorted(counts.items()))


def parameters(network):
    trainable = {id(variable) for variable in network.get_trainable_params()}
    result = {}
    for variable in network.get_params_list():
        shape = [int(size) for size in variable.shape.as_list()]
        result[variable.name.split(":")[0]] = {"shape": shape, "trainable": id(variable) in trainable}
    return dict(sorted(result.items()))


def report(network):
    import returnn
    import tensorflow as tf

    return {
        "formatVersion": 1,
        "returnn": getattr(returnn, "__long_version__", getattr(returnn, "__version__", "?")),
        "tensorflow": tf.__version__,
        "layerDims": {path: dims_of(layer) for path, layer in layers_of(network)},
        "parameters": parameters(network),
        "operations": operations(network),
    }


def main():
    args = arguments()
    if args.returnn:
        sys.path.insert(0, args.returnn)
    # RETURNN prints; the report alone goes to standard output.
    with contextlib.redirect_stdout(sys.stderr):
        result = report(build(args.config, args.train))
    json.dump(result, sys.stdout, indent=1, sort_keys=True)
    sys.stdout.write("\n")


if __name__ == "__main__":
    main()
