namespace NetDsl;

/// <summary>How the data are dealt out to the processes that train one net.</summary>
public enum DataShare
{
    /// <summary>Each process reads its own part of the batches of one order (<c>shard</c>).</summary>
    Shards,

    /// <summary>Each process reads all data in an order of its own (<c>random_seed_offset</c>).</summary>
    SeedOffsets,
}
