namespace DbKatas.Grader.Engines.MongoDb;

/// <summary>The operators of MongoDB 8.0, so that a misspelt one is told from one that merely can't be judged here.</summary>
internal static class MongoWords
{
    public static readonly HashSet<string> Stages = Words("""
        $addFields $bucket $bucketAuto $changeStream $changeStreamSplitLargeEvent $collStats $count $currentOp $densify $documents $facet
        $fill $geoNear $graphLookup $group $indexStats $limit $listClusterCatalog $listLocalSessions $listSampledQueries
        $listSearchIndexes $listSessions $lookup $match $merge $out $planCacheStats $project $queryStats $querySettings $redact
        $replaceRoot $replaceWith $sample $search $searchMeta $set $setWindowFields $shardedDataDistribution $skip $sort $sortByCount
        $unionWith $unset $unwind $vectorSearch
        """);

    public static readonly HashSet<string> Accumulators = Words("""
        $accumulator $addToSet $avg $bottom $bottomN $count $first $firstN $last $lastN $max $maxN $median $mergeObjects $min $minN
        $percentile $push $stdDevPop $stdDevSamp $sum $top $topN
        """);

    /// <summary>What $setWindowFields may compute besides accumulators.</summary>
    public static readonly HashSet<string> WindowFunctions = Words("$covariancePop $covarianceSamp $denseRank $derivative $documentNumber $expMovingAvg $integral $linearFill $locf $minMaxScaler $rank $shift");

    public static readonly HashSet<string> Expressions = Words("""
        $abs $acos $acosh $add $allElementsTrue $and $anyElementTrue $arrayElemAt $arrayToObject $asin $asinh $atan $atan2 $atanh $avg
        $binarySize $bitAnd $bitNot $bitOr $bitXor $bsonSize $ceil $cmp $concat $concatArrays $cond $convert $cos $cosh $dateAdd
        $dateDiff $dateFromParts $dateFromString $dateSubtract $dateToParts $dateToString $dateTrunc $dayOfMonth $dayOfWeek $dayOfYear
        $degreesToRadians $divide $eq $exp $filter $first $firstN $floor $function $getField $gt $gte $hour $ifNull $in $indexOfArray
        $indexOfBytes $indexOfCP $isArray $isNumber $isoDayOfWeek $isoWeek $isoWeekYear $last $lastN $let $literal $ln $log $log10 $lt
        $lte $ltrim $map $max $maxN $median $mergeObjects $meta $millisecond $min $minN $minute $mod $month $multiply $ne $not
        $objectToArray $or $percentile $pow $radiansToDegrees $rand $range $reduce $regexFind $regexFindAll $regexMatch $replaceAll
        $replaceOne $reverseArray $round $rtrim $sampleRate $second $setDifference $setEquals $setField $setIntersection $setIsSubset
        $setUnion $sigmoid $sin $sinh $size $slice $sortArray $split $sqrt $stdDevPop $stdDevSamp $strcasecmp $strLenBytes $strLenCP
        $substr $substrBytes $substrCP $subtract $sum $switch $tan $tanh $toBool $toDate $toDecimal $toDouble $toHashedIndexKey $toInt
        $toLong $toLower $toObjectId $toString $toUpper $toUUID $trim $trunc $tsIncrement $tsSecond $type $unsetField $week $year $zip
        """);

    public static readonly HashSet<string> Queries = Words("""
        $all $and $bitsAllClear $bitsAllSet $bitsAnyClear $bitsAnySet $comment $elemMatch $eq $exists $expr $geoIntersects $geoWithin
        $gt $gte $in $jsonSchema $lt $lte $maxDistance $minDistance $mod $ne $near $nearSphere $nin $nor $not $options $or $rand $regex
        $sampleRate $size $text $type $where
        """);

    public static readonly HashSet<string> Updates = Words("""
        $addToSet $bit $currentDate $inc $max $min $mul $pop $pull $pullAll $push $rename $set $setOnInsert $unset
        """);

    /// <summary>Splits at white space.</summary>
    public static HashSet<string> Words(string text) => [.. text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
}
