/**
 * The library on Apache Spark: {@link dev.facecore.spark.ExtractFacesJob} turns a folder of
 * pictures into a table of faces, {@link dev.facecore.spark.GroupPeopleJob} turns that into people.
 */
package dev.facecore.spark;
