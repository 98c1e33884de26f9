namespace DbKatas.Grader.Engines.MongoDb.StandIn;

/// <summary>
/// What the stand-in judges as MongoDB does. An operator comes in here after adversarial tests against MongoDB's documented behaviour
/// (MingoFidelityTests), never because mingo happens to have it. The worker registers no others.
/// </summary>
internal static class MingoWords
{
    public static readonly HashSet<string> Stages = MongoWords.Words("""
        $addFields $bucket $count $facet $graphLookup $group $limit $lookup $match $merge $out $project $replaceRoot $replaceWith $set
        $setWindowFields $skip $sort $sortByCount $unionWith $unset $unwind
        """);

    /// <summary>The stages of a pipeline within a pipeline: none that writes.</summary>
    public static readonly HashSet<string> InnerStages = [.. Stages.Where(stage => stage is not ("$merge" or "$out"))];

    /// <summary>What $setWindowFields may compute besides accumulators.</summary>
    public static readonly HashSet<string> WindowFunctions = MongoWords.Words("$denseRank $documentNumber $rank $shift");

    /// <summary>The stages that a pipeline of an update may have, in MongoDB too.</summary>
    public static readonly HashSet<string> UpdateStages = MongoWords.Words("$addFields $project $replaceRoot $replaceWith $set $unset");

    public static readonly HashSet<string> Accumulators = MongoWords.Words("""
        $addToSet $avg $count $first $last $max $mergeObjects $min $push $sum
        """);

    public static readonly HashSet<string> Expressions = MongoWords.Words("""
        $abs $add $and $arrayElemAt $avg $ceil $cmp $concat $concatArrays $cond $dateToString $dayOfMonth $dayOfWeek $dayOfYear $divide
        $eq $filter $first $floor $gt $gte $hour $ifNull $in $isArray $last $let $literal $lt $lte $map $max $millisecond $min $minute
        $mod $month $multiply $ne $not $or $reduce $reverseArray $round $second $setDifference $size $slice $split $strLenCP $substrCP $subtract
        $sum $switch $toLower $toUpper $trunc $year
        """);

    public static readonly HashSet<string> Queries = MongoWords.Words("""
        $all $and $elemMatch $eq $exists $expr $gt $gte $in $lt $lte $mod $ne $nin $nor $not $options $or $regex $size $type
        """);

    public static readonly HashSet<string> Updates = MongoWords.Words("""
        $addToSet $inc $max $min $mul $pop $pull $pullAll $push $rename $set $setOnInsert $unset
        """);

    /// <summary>The types that $type can be asked for; numbers have one type alone in JavaScript.</summary>
    public static readonly HashSet<string> Types = MongoWords.Words("string object array objectId bool date null number");

    public static readonly HashSet<string> Variables = MongoWords.Words("ROOT CURRENT REMOVE");
}
