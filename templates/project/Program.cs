using MyModel;
using NetDsl;

// List the models here. Emit them: netdsl emit . --out-dir configs
return NetDslCli.Run(args, () => Models.Tagger(hidden: 128), () => Models.Tagger(hidden: 256));
